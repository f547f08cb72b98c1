package io.xunbao.standalone.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Generated sample data in one folder.
 *
 * @param products {@code products.jsonl}, records of the product contract, some of them dirty
 * @param behaviour {@code behaviour.jsonl}, behaviour events
 * @param impressions {@code impressions.jsonl}, what was shown, with true propensities
 * @param queries {@code queries.tsv}, id and text
 * @param qrels {@code qrels.txt}, the true grades of those queries
 * @param truth {@code truth.json}, seed, parameters and counts
 */
public record SampleData(
    Path products, Path behaviour, Path impressions, Path queries, Path qrels, Path truth) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * Generates sample data. The same size and seed give the same bytes.
   *
   * @param folder is created where it is absent; files in it are overwritten
   */
  public static SampleData write(Path folder, SampleSize size, long seed) throws IOException {
    Files.createDirectories(folder);
    SampleData files = in(folder);
    Simulation simulation = Simulation.run(size, seed);
    Catalogue catalogue = simulation.catalogue();
    Behaviour behaviour = simulation.behaviour();
    writeLines(files.products, catalogue.records());
    writeLines(files.behaviour, behaviour.events());
    writeLines(files.impressions, behaviour.impressions());
    files.writeJudgements(behaviour);
    Files.writeString(
        files.truth,
        JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsString(truth(size, seed, catalogue, simulation.model())));
    return files;
  }

  private static SampleData in(Path folder) {
    return new SampleData(
        folder.resolve("products.jsonl"),
        folder.resolve("behaviour.jsonl"),
        folder.resolve("impressions.jsonl"),
        folder.resolve("queries.tsv"),
        folder.resolve("qrels.txt"),
        folder.resolve("truth.json"));
  }

  private static Map<String, Object> truth(
      SampleSize size, long seed, Catalogue catalogue, ClickModel model) {
    Map<String, Object> truth = new LinkedHashMap<>();
    truth.put("note", "generated data: no shop, product or person is real");
    truth.put("seed", seed);
    truth.put("size", size);
    truth.put("cleanProducts", catalogue.products().size());
    truth.put("flaws", new TreeMap<>(catalogue.flaws()));
    truth.put("clickModel", model);
    return truth;
  }

  private static void writeLines(Path file, Collection<Map<String, Object>> records)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (Map<String, Object> fields : records) {
        out.write(JSON.writeValueAsString(fields));
        out.write('\n');
      }
    }
  }

  private void writeJudgements(Behaviour behaviour) throws IOException {
    try (BufferedWriter topics = Files.newBufferedWriter(queries, StandardCharsets.UTF_8);
        BufferedWriter grades = Files.newBufferedWriter(qrels, StandardCharsets.UTF_8)) {
      int number = 0;
      for (SampleQuery query : new TreeMap<>(behaviour.queries()).values()) {
        String id = String.format(Locale.ROOT, "gen-q-%04d", ++number);
        topics.write(id + "\t" + query.text() + "\n");
        for (SampleProduct product : behaviour.candidates(query)) {
          grades.write(
              String.format(Locale.ROOT, "%s 0 %s %d%n", id, product.id(), query.grade(product)));
        }
      }
    }
  }
}
