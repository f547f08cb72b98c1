package io.xunbao.benchmarks.indexing;

import io.xunbao.flinkjobs.io.ProductFile;
import io.xunbao.flinkjobs.products.BuildRequest;
import io.xunbao.flinkjobs.products.IndexBuild;
import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductJson;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordReader;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.indexer.quality.Outcome;
import io.xunbao.indexer.quality.QualityGate;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.snapshot.IndexDirectory;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Documents a second through the whole Flink job (start of the mini cluster, reading, rules,
 * commits, publishing) and into one bare IndexWriter that is handed the same products in memory,
 * with the same analyzer, document form and buffer. Both in turn, in one process.
 *
 * <p>Arguments: a product file, its mapping, how many copies of the products (default 4; the copies
 * have ids of their own) and rounds (default 3; the first warms up).
 */
final class IndexingThroughput {
  private static final int BUFFER_MEGABYTES = 96;

  private final Path folder;
  private final List<Product> products;

  private IndexingThroughput(Path folder, List<Product> products) {
    this.folder = folder;
    this.products = products;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int copies = args.length > 2 ? Integer.parseInt(args[2]) : 4;
    int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 3;
    Path folder = Files.createTempDirectory("xunbao-indexing");
    try {
      List<Product> products =
          read(Path.of(args[0]), ProductMapping.load(Path.of(args[1])), copies);
      IndexingThroughput benchmark = new IndexingThroughput(folder, products);
      Path file = benchmark.write();
      for (int round = 1; round <= rounds; round++) {
        double bare = benchmark.bare(round);
        double flink = benchmark.flink(file, round);
        System.out.printf(
            Locale.ROOT,
            "round %d: %,d products; bare IndexWriter %,.0f/s; through Flink %,.0f/s; ratio %.2f%n",
            round,
            products.size(),
            bare,
            flink,
            flink / bare);
      }
    } finally {
      IOUtils.rm(folder);
    }
  }

  private static List<Product> read(Path file, ProductMapping mapping, int copies)
      throws IOException {
    List<Product> products = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      QualityGate gate = QualityGate.of(mapping);
      try (RecordReader reader = RecordReader.open(file, mapping)) {
        for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
          if (gate.check(record) instanceof Outcome.Accepted accepted) {
            products.add(renamed(accepted.product(), copy));
          }
        }
      }
    }
    return products;
  }

  private static Product renamed(Product p, int copy) {
    return new Product(
        p.id() + "-" + copy,
        p.title(),
        p.brand(),
        p.category(),
        p.priceFen(),
        p.currency(),
        p.shop(),
        p.attributes(),
        p.description(),
        p.image(),
        p.stock(),
        p.sales(),
        p.comments(),
        p.status(),
        p.updatedAt());
  }

  private Path write() throws IOException {
    Path file = folder.resolve("products.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Product product : products) {
        out.write(ProductJson.write(product));
        out.write('\n');
      }
    }
    return file;
  }

  private double bare(int round) throws IOException {
    ProductDocuments documents = new ProductDocuments();
    long start = System.nanoTime();
    try (FSDirectory directory = FSDirectory.open(folder.resolve("bare-" + round));
        IndexWriter writer =
            new IndexWriter(
                directory,
                new IndexWriterConfig(IndexSchema.indexAnalyzer(Lexicon.bundled()))
                    .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                    .setUseCompoundFile(false))) {
      for (Product product : products) {
        writer.addDocument(documents.toDocument(product));
      }
      writer.commit();
    }
    return rate(start);
  }

  private double flink(Path file, int round) throws IOException, InterruptedException {
    long start = System.nanoTime();
    IndexBuild.run(
        new BuildRequest(
            IndexDirectory.at(folder.resolve("flink-" + round)),
            List.of(ProductFile.of(file, null)),
            2,
            false,
            Duration.ofSeconds(3),
            false,
            1),
        progress -> {});
    return rate(start);
  }

  private double rate(long start) {
    return products.size() * 1e9 / (System.nanoTime() - start);
  }
}
