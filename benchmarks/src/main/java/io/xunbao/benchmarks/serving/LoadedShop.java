package io.xunbao.benchmarks.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An index of the union of the Chinese catalogues, and a learned model of 300 trees for it. */
record LoadedShop(Path data, Path index, Path models) {
  private static final int QUERIES = 2_000;

  /**
   * Makes what is not there yet.
   *
   * @param work a folder to keep index and model in
   */
  static LoadedShop prepare(Path data, Path work) throws IOException, InterruptedException {
    Path index = work.resolve("index");
    Path models = work.resolve("models");
    if (!Files.exists(index)) {
      String products = data.resolve("zh/catalogue-union.tsv").toString();
      String mapping = "examples/mappings/catalogue-union.yaml";
      Xunbao.run(
          "index", "--products", products, "--mapping", mapping, "--index", index.toString());
    }
    if (!Files.exists(models)) {
      Xunbao.run(
          "train",
          "ltr",
          "--index",
          index.toString(),
          "--queries",
          data.resolve("zh/judged-queries.tsv").toString(),
          "--qrels",
          data.resolve("zh/judged-qrels.txt").toString(),
          "--models",
          models.toString(),
          "--trainer",
          "lightgbm",
          "--rounds",
          "300",
          "--leaves",
          "31",
          "--min-rows",
          "5",
          "--patience",
          "0");
    }
    return new LoadedShop(data, index, models);
  }

  /** Real queries, evenly from the whole file. */
  List<String> queries() throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("zh/queries-taobao.tsv"));
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      String line = lines.get((int) ((long) i * lines.size() / QUERIES));
      queries.add(line.substring(line.indexOf('\t') + 1));
    }
    return queries;
  }
}
