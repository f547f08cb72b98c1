package io.xunbao.indexer.snapshot;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductStatus;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.indexer.write.ShardSettings;
import io.xunbao.indexer.write.ShardWriter;
import io.xunbao.indexer.write.Shards;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;

/**
 * A process that writes an endless log of products into two shards and publishes after every few
 * records, until it is killed, or until it halts itself before a given step on the disk.
 */
final class CrashChild {
  static final Generation GENERATION = new Generation(1, 2, "1", "words", "plain", "");
  static final String LOG = "log";

  private CrashChild() {}

  /** The record at a place of the log that a seed stands for. */
  static Product record(long seed, long place) {
    SplittableRandom random = new SplittableRandom(seed + place * 0x9E37_79B9L);
    return TestProduct.of("p" + random.nextInt(150), "title " + place)
        .status(random.nextInt(8) == 0 ? ProductStatus.DELETED : ProductStatus.ON_SALE)
        .updatedAt(Instant.ofEpochMilli(random.nextInt(1000)))
        .build();
  }

  static Document document(Product product) {
    Document document = ProductDocuments.withId(product.id());
    document.add(new TextField(IndexSchema.TITLE, product.title(), Field.Store.YES));
    document.add(
        new NumericDocValuesField(IndexSchema.UPDATED_AT, product.updatedAt().toEpochMilli()));
    return document;
  }

  /**
   * @param arguments root of the index, seed of the log, step on the disk to halt before (-1:
   *     never)
   */
  public static void main(String[] arguments) throws IOException {
    Steps steps = new Steps(Long.parseLong(arguments[2]));
    IndexDirectory index = IndexDirectory.at(Path.of(arguments[0]), new HaltingFiles(steps));
    ShardSettings settings =
        new ShardSettings(
            new WhitespaceAnalyzer(),
            CrashChild::document,
            16,
            directory -> new HaltingDirectory(directory, steps));
    run(index, Long.parseLong(arguments[1]), settings);
  }

  private static void run(IndexDirectory index, long seed, ShardSettings settings)
      throws IOException {
    Optional<Snapshot> from = index.snapshots(GENERATION.id()).current();
    List<ShardWriter> shards = new ArrayList<>();
    for (int shard = 0; shard < GENERATION.shards(); shard++) {
      shards.add(
          from.isEmpty()
              ? ShardWriter.create(index, GENERATION, shard, settings)
              : ShardWriter.openAt(index, GENERATION, from.get().shards().get(shard), settings));
    }
    long place = from.map(snapshot -> snapshot.positions().getOrDefault(LOG, 0L)).orElse(0L);
    while (true) {
      for (int i = 0; i < 20; i++, place++) {
        Product product = record(seed, place);
        ShardWriter shard = shards.get(Shards.of(product.id(), shards.size()));
        shard.upsert(product, place);
        shard.position(LOG, place + 1);
      }
      List<ShardCommit> commits = new ArrayList<>();
      for (ShardWriter shard : shards) {
        commits.add(shard.commit(false));
      }
      index.snapshots(GENERATION.id()).publish(commits);
      index.serve(GENERATION.id());
    }
  }
}
