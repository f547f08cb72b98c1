package io.xunbao.benchmarks.indexing;

import io.xunbao.flinkjobs.io.ProductFile;
import io.xunbao.flinkjobs.products.BuildRequest;
import io.xunbao.flinkjobs.products.IndexBuild;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductJson;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.snapshot.IndexDirectory;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
          BareIndex.products(Path.of(args[0]), ProductMapping.load(Path.of(args[1])), copies);
      IndexingThroughput benchmark = new IndexingThroughput(folder, products);
      Path file = benchmark.write();
      for (int round = 1; round <= rounds; round++) {
        double bare =
            products.size() / BareIndex.seconds(folder.resolve("bare-" + round), products);
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
