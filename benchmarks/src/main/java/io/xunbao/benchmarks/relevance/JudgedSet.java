package io.xunbao.benchmarks.relevance;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordReader;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.ranker.eval.Qrels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Products, queries by id, and what people or a model judged of their pairs. */
record JudgedSet(String name, List<Product> products, Map<String, String> queries, Qrels qrels) {
  /** The Chinese set in a data folder. */
  static JudgedSet chinese(Path data) throws IOException {
    return read(
        "zh",
        data.resolve("zh/catalogue-union.tsv"),
        "catalogue-union.yaml",
        data.resolve("zh/judged-queries.tsv"),
        data.resolve("zh/judged-qrels.txt"));
  }

  /** The English set in a data folder. */
  static JudgedSet english(Path data) throws IOException {
    return read(
        "en",
        data.resolve("en/icecat-products.jsonl.gz"),
        "icecat-products.yaml",
        data.resolve("en/icecat-queries.tsv"),
        data.resolve("en/icecat-qrels.txt"));
  }

  private static JudgedSet read(
      String name, Path products, String mapping, Path queries, Path qrels) throws IOException {
    ProductMapping mapped = ProductMapping.load(Path.of("examples/mappings", mapping));
    Map<String, String> texts = new LinkedHashMap<>();
    for (String line : Files.readAllLines(queries)) {
      int tab = line.indexOf('\t');
      texts.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return new JudgedSet(name, products(products, mapped), texts, Qrels.read(qrels));
  }

  private static List<Product> products(Path file, ProductMapping mapping) throws IOException {
    List<Product> products = new ArrayList<>();
    try (RecordReader reader = RecordReader.open(file, mapping)) {
      for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
        if (record.defect() == null) {
          products.add(mapping.mapper().map(record).toProduct());
        }
      }
    }
    return products;
  }
}
