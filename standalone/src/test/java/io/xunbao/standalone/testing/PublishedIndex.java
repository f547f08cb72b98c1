package io.xunbao.standalone.testing;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.write.ShardSettings;
import io.xunbao.indexer.write.ShardWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A small index for the verbs that read one: one shard, published and served. */
public final class PublishedIndex {
  private PublishedIndex() {}

  /** Writes products into a folder of their own. */
  public static void of(List<Product> products, Path folder) throws IOException {
    IndexDirectory directory = IndexDirectory.at(folder);
    directory.serve(publish(directory, 1, products, true));
  }

  /**
   * Publishes a generation of one shard and serves nothing.
   *
   * @param finished whether it is marked as built to its end
   * @return its id
   */
  public static String publish(
      IndexDirectory directory, int number, List<Product> products, boolean finished)
      throws IOException {
    Lexicon lexicon = Lexicon.bundled();
    Generation generation =
        new Generation(
            number, 1, Integer.toString(IndexSchema.VERSION), lexicon.version(), "test", "inputs");
    directory.create(generation);
    ShardSettings settings =
        new ShardSettings(IndexSchema.indexAnalyzer(lexicon), new ProductDocuments()::toDocument);
    try (ShardWriter writer = ShardWriter.create(directory, generation, 0, settings)) {
      for (int order = 0; order < products.size(); order++) {
        writer.upsert(products.get(order), order);
      }
      directory.snapshots(generation.id()).publish(List.of(writer.commit(finished)));
    }
    return generation.id();
  }
}
