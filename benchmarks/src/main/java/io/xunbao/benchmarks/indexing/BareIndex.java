package io.xunbao.benchmarks.indexing;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordReader;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.indexer.quality.Outcome;
import io.xunbao.indexer.quality.QualityGate;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** What Lucene alone does: one IndexWriter in one thread that is handed products in memory. */
public final class BareIndex {
  private static final int BUFFER_MEGABYTES = 96;

  private BareIndex() {}

  /**
   * The products of a file, as the checks let them pass.
   *
   * @param copies of all, each with ids of its own
   */
  public static List<Product> products(Path file, ProductMapping mapping, int copies)
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

  /** Writes them into a new folder, with one commit, and says how many seconds it took. */
  public static double seconds(Path folder, List<Product> products) throws IOException {
    ProductDocuments documents = new ProductDocuments();
    long start = System.nanoTime();
    try (FSDirectory directory = FSDirectory.open(folder);
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
    return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
  }
}
