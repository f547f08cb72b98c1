package io.xunbao.indexer.search;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.indexer.write.ShardSettings;
import io.xunbao.indexer.write.ShardWriter;
import io.xunbao.indexer.write.Shards;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/** A published index of a few products, or a bare reader of them. */
final class TestIndex implements Closeable {
  static final Lexicon LEXICON = Lexicon.bundled();
  private static final int SHARDS = 2;

  private final IndexDirectory directory;
  private final Generation generation;
  private final List<ShardWriter> writers = new ArrayList<>();
  private long order;

  TestIndex(Path root) throws IOException {
    this.directory = IndexDirectory.at(root);
    this.generation =
        new Generation(
            1, SHARDS, Integer.toString(IndexSchema.VERSION), LEXICON.version(), "test", "");
    directory.create(generation);
    ShardSettings settings =
        new ShardSettings(IndexSchema.indexAnalyzer(LEXICON), new ProductDocuments()::toDocument);
    for (int shard = 0; shard < SHARDS; shard++) {
      writers.add(ShardWriter.create(directory, generation, shard, settings));
    }
  }

  IndexDirectory directory() {
    return directory;
  }

  void publish(List<Product> products) throws IOException {
    for (Product product : products) {
      writers.get(Shards.of(product.id(), SHARDS)).upsert(product, order++);
    }
    List<ShardCommit> commits = new ArrayList<>();
    for (ShardWriter writer : writers) {
      commits.add(writer.commit(false));
    }
    directory.snapshots(generation.id()).publish(commits);
    directory.serve(generation.id());
  }

  @Override
  public void close() throws IOException {
    for (ShardWriter writer : writers) {
      writer.close();
    }
  }

  /** A reader of the products in a memory of its own, in several segments. */
  static IndexReader reader(List<Product> products) throws IOException {
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    IndexWriterConfig config = new IndexWriterConfig(IndexSchema.indexAnalyzer(LEXICON));
    config.setMaxBufferedDocs(Math.max(2, products.size() / 3));
    try (IndexWriter writer = new IndexWriter(memory, config)) {
      ProductDocuments documents = new ProductDocuments();
      for (Product product : products) {
        writer.addDocument(documents.toDocument(product));
      }
    }
    return DirectoryReader.open(memory);
  }

  static ProductSearcher searcher(Product... products) throws IOException {
    return new ProductSearcher(reader(List.of(products)), LEXICON);
  }

  static Product product(String id, String title) {
    return product(id, title, null, List.of(), null, null);
  }

  static Product product(
      String id,
      String title,
      @Nullable String brand,
      List<String> category,
      @Nullable Long priceFen,
      @Nullable Long sales) {
    return TestProduct.of(id, title)
        .brand(brand)
        .category(category)
        .priceFen(priceFen)
        .shop(brand == null ? null : brand + "旗舰店")
        .sales(sales)
        .build();
  }
}
