package io.xunbao.queryapi;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.write.ShardSettings;
import io.xunbao.indexer.write.ShardWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A published index of one shard. */
final class PublishedProducts implements Closeable {
  private final IndexDirectory directory;
  private final Generation generation;
  private final ShardWriter writer;
  private long order;

  PublishedProducts(Path root) throws IOException {
    Lexicon lexicon = Lexicon.bundled();
    this.directory = IndexDirectory.at(root);
    this.generation =
        new Generation(1, 1, Integer.toString(IndexSchema.VERSION), lexicon.version(), "test", "");
    directory.create(generation);
    this.writer =
        ShardWriter.create(
            directory,
            generation,
            0,
            new ShardSettings(
                IndexSchema.indexAnalyzer(lexicon), new ProductDocuments()::toDocument));
  }

  void publish(List<Product> products) throws IOException {
    for (Product product : products) {
      writer.upsert(product, order++);
    }
    directory.snapshots(generation.id()).publish(List.of(writer.commit(false)));
    directory.serve(generation.id());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
