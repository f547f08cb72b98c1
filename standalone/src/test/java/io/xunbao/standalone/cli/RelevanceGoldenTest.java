package io.xunbao.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordReader;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.indexer.quality.Outcome;
import io.xunbao.indexer.quality.QualityGate;
import io.xunbao.queryapi.IndexSearchService;
import io.xunbao.queryapi.RankerName;
import io.xunbao.queryapi.SearchModels;
import io.xunbao.ranker.eval.Evaluation;
import io.xunbao.ranker.eval.Metrics;
import io.xunbao.ranker.eval.Qrels;
import io.xunbao.ranker.eval.Run;
import io.xunbao.standalone.generate.SampleData;
import io.xunbao.standalone.generate.SampleSize;
import io.xunbao.standalone.testing.PublishedIndex;
import io.xunbao.testing.SharedData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the search finds today, to four digits, in files beside this test: whoever changes it sees
 * the difference here and commits it with the change. {@code -Dxunbao.golden.rewrite=true} writes
 * the files anew.
 */
class RelevanceGoldenTest {
  private static final Path GOLDEN =
      SharedData.projectRoot().resolve("standalone/src/test/resources/relevance");

  @TempDir Path folder;

  @Test
  void relevance_generatedShop_isAsRecorded() throws IOException {
    SampleData data = SampleData.write(folder.resolve("data"), new SampleSize(1_500, 40, 5), 11);
    requireGolden(
        "generated",
        measure("generated, seed 11", data.products(), null, data.queries(), data.qrels()));
  }

  @Test
  void relevance_chineseJudgements_areAsRecorded() throws IOException {
    requireGolden(
        "zh",
        measure(
            "catalogue-union, judged-queries",
            SharedData.file("zh/catalogue-union.tsv"),
            "catalogue-union.yaml",
            SharedData.file("zh/judged-queries.tsv"),
            SharedData.file("zh/judged-qrels.txt")));
  }

  @Test
  void relevance_englishJudgements_areAsRecorded() throws IOException {
    requireGolden(
        "en",
        measure(
            "icecat",
            SharedData.file("en/icecat-products.jsonl.gz"),
            "icecat-products.yaml",
            SharedData.file("en/icecat-queries.tsv"),
            SharedData.file("en/icecat-qrels.txt")));
  }

  private String measure(String name, Path file, @Nullable String mapping, Path queries, Path qrels)
      throws IOException {
    ProductMapping mapped =
        mapping == null
            ? ProductMapping.identity()
            : ProductMapping.load(
                SharedData.projectRoot().resolve("examples/mappings").resolve(mapping));
    List<Product> products = accepted(file, mapped);
    Path index = folder.resolve("index");
    PublishedIndex.of(products, index);
    StringBuilder report = new StringBuilder();
    report.append("data      ").append(name).append('\n');
    report.append("products  ").append(products.size()).append('\n');
    try (IndexSearchService service =
        IndexSearchService.open(index, Duration.ofDays(1), SearchModels.NONE)) {
      for (RankerName ranker : List.of(RankerName.BM25, RankerName.DEFAULT)) {
        Path run = folder.resolve("run");
        PrintWriter warnings = new PrintWriter(new StringWriter());
        int asked = new BatchSearch(service, ranker, 100, warnings).run(queries, run);
        Evaluation found = Evaluation.of(Qrels.read(qrels), Run.read(run), Metrics.standard());
        report.append(
            String.format(
                Locale.ROOT, "%s  %d queries, %d judged%n", ranker, asked, found.queries().size()));
        found
            .means()
            .forEach(
                (metric, mean) ->
                    report.append(String.format(Locale.ROOT, "  %-18s %.4f%n", metric, mean)));
      }
    }
    return report.toString();
  }

  /** The newest version of each record that the quality gate lets in. */
  private static List<Product> accepted(Path file, ProductMapping mapping) throws IOException {
    Map<String, Product> products = new LinkedHashMap<>();
    QualityGate gate = QualityGate.of(mapping);
    try (RecordReader reader = RecordReader.open(file, mapping)) {
      for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
        if (gate.check(record) instanceof Outcome.Accepted in) {
          products.merge(
              in.product().id(),
              in.product(),
              (a, b) -> b.updatedAt().isBefore(a.updatedAt()) ? a : b);
        }
      }
    }
    return List.copyOf(products.values());
  }

  private static void requireGolden(String name, String found) throws IOException {
    Path file = GOLDEN.resolve(name + ".txt");
    if (Boolean.getBoolean("xunbao.golden.rewrite")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, found);
    }
    assertThat(found)
        .as("relevance changed; where that is meant, -Dxunbao.golden.rewrite=true writes %s", file)
        .isEqualTo(Files.readString(file));
  }
}
