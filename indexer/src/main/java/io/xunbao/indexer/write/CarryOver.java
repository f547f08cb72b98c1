package io.xunbao.indexer.write;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.StoredProducts;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.IOUtils;

/**
 * Takes over into a new generation what only the old one's index knows: versions and tombstones
 * that came through a stream, and numbers that were set beside the versions. They keep their
 * versions, so that what the new generation has from files stays where it is newer.
 */
public final class CarryOver implements Closeable {
  private final Generation generation;
  private final List<ShardWriter> writers = new ArrayList<>();
  private final boolean files;
  private long records;
  private long products;
  private long tombstones;
  private long numbers;
  private long leftOut;

  /**
   * What was taken over.
   *
   * @param from the snapshot that it was read from, such as {@code gen-2/14}
   * @param products that are in the new generation because the old one had them
   * @param tombstones that keep older versions of deleted products out
   * @param numbers products whose numbers were set
   * @param leftOut products that the old generation had from files and the new files have not
   */
  public record Carried(String from, long products, long tombstones, long numbers, long leftOut) {}

  private CarryOver(Generation generation, boolean files) {
    this.generation = generation;
    this.files = files;
  }

  /**
   * Takes over a snapshot and publishes the result. Nothing is published before all of it is there,
   * so that a run that was killed is simply run again.
   *
   * @param from whose content is taken over
   * @param to whose files, if it has any, are published; without files all products are taken over
   * @param settings of the new generation
   * @param positions of the streams that the new generation is to go on from
   */
  public static Carried run(
      IndexDirectory index,
      Snapshot from,
      Generation to,
      ShardSettings settings,
      Map<String, Long> positions)
      throws IOException {
    Optional<Snapshot> built = index.snapshots(to.id()).current();
    try (CarryOver carry = new CarryOver(to, built.isPresent())) {
      for (int shard = 0; shard < to.shards(); shard++) {
        carry.writers.add(
            built.isPresent()
                ? ShardWriter.openAt(index, to, built.get().shards().get(shard), settings)
                : ShardWriter.create(index, to, shard, settings));
      }
      carry.read(index, from);
      carry.publish(index, from, positions);
      return new Carried(from.id(), carry.products, carry.tombstones, carry.numbers, carry.leftOut);
    }
  }

  private void read(IndexDirectory index, Snapshot from) throws IOException {
    List<DirectoryReader> shards = new ArrayList<>();
    try {
      // All are opened first: what is open stays readable when the snapshot is no longer kept.
      for (ShardCommit shard : from.shards()) {
        shards.add(SnapshotReader.openWithTombstones(index, from.generation(), shard));
      }
      for (DirectoryReader shard : shards) {
        StoredProducts stored = new StoredProducts(shard);
        for (LeafReaderContext leaf : shard.leaves()) {
          read(leaf, stored);
        }
      }
    } finally {
      IOUtils.close(shards);
    }
  }

  private void read(LeafReaderContext leaf, StoredProducts stored) throws IOException {
    Bits live =
        leaf.reader() instanceof SegmentReader segment
            ? segment.getHardLiveDocs()
            : leaf.reader().getLiveDocs();
    for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
      if (live == null || live.get(doc)) {
        take(leaf.reader(), doc, leaf.docBase, stored);
      }
    }
  }

  private void take(LeafReader leaf, int doc, int base, StoredProducts stored) throws IOException {
    Version version =
        new Version(
            KnownVersions.number(leaf, IndexSchema.UPDATED_AT, doc),
            KnownVersions.number(leaf, KnownVersions.ORDER, doc));
    String id = stored.id(base + doc);
    ShardWriter writer = writers.get(Shards.of(id, generation.shards()));
    boolean wanted = !files || version.streamed();
    if (KnownVersions.number(leaf, SnapshotReader.TOMBSTONE, doc) == 1) {
      if (wanted) {
        records++;
        tombstones += writer.delete(id, version) == Outcome.WRITTEN ? 1 : 0;
      }
      return;
    }
    if (wanted) {
      records++;
      Product product = stored.stored(base + doc);
      products += writer.upsert(product, version.order()) == Outcome.WRITTEN ? 1 : 0;
    } else if (!writer.holds(id)) {
      leftOut++;
    }
    Map<String, Long> set = ProductNumbers.read(leaf, doc);
    numbers += !set.isEmpty() && writer.updateNumbers(id, set) ? 1 : 0;
  }

  private void publish(IndexDirectory index, Snapshot from, Map<String, Long> positions)
      throws IOException {
    List<ShardCommit> commits = new ArrayList<>();
    for (ShardWriter writer : writers) {
      positions.forEach(writer::position);
      writer.position(from.id(), records);
      commits.add(writer.commit(false));
    }
    index.snapshots(generation.id()).publish(commits);
  }

  /** Whether a snapshot holds what was taken over, and of which snapshot. */
  public static Optional<String> source(Snapshot snapshot) {
    return snapshot.positions().keySet().stream()
        .filter(source -> source.matches("gen-\\d+/\\d+"))
        .findFirst();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(writers);
  }
}
