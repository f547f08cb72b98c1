package io.xunbao.indexer.write;

import static io.xunbao.indexer.write.Products.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.schema.StoredProducts;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotReader;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new generation holds after taking over: what it would hold, had all come in order. */
class CarryOverTest {
  private static final ShardSettings SETTINGS =
      new ShardSettings(new WhitespaceAnalyzer(), new ProductDocuments()::toDocument);
  private static final int IDS = 60;
  private static final Map<String, Long> POSITIONS = Map.of("products-0", 41L);

  @TempDir Path root;

  /** What is known of a product: the version that won, its title unless it is deleted. */
  private record Known(Version version, String title, boolean deleted) {}

  @Seeded
  @Test
  void run_randomStreamAndFiles_endsAsIfAllCameInOrder(RandomGenerator random) throws IOException {
    IndexDirectory index = IndexDirectory.at(root);
    Map<String, Known> known = new HashMap<>();
    Map<String, Long> stock = new HashMap<>();
    Snapshot from = streamed(index, random, known, stock);
    Map<String, Known> expected = new HashMap<>(known);
    expected.values().removeIf(last -> !last.version().streamed());
    Generation next = generation(2, 3);
    try (ManyShards files = new ManyShards(index, next)) {
      for (int record = 0; record < IDS; record += 2) {
        files.upsert("p-" + record, random.nextInt(100), record, expected);
      }
      files.publish();
    }

    CarryOver.Carried carried = CarryOver.run(index, from, next, SETTINGS, POSITIONS);

    Map<String, String> titles = new TreeMap<>();
    expected.forEach(
        (id, last) -> {
          if (!last.deleted()) {
            titles.put(id, last.title());
          }
        });
    Snapshot result = index.snapshots(next.id()).current().orElseThrow();
    assertThat(titles(index, result, stock)).isEqualTo(titles);
    assertThat(result.tally().balances()).isTrue();
    assertThat(result.documents()).isEqualTo(titles.size());
    assertThat(result.positions()).containsAllEntriesOf(POSITIONS);
    assertThat(CarryOver.source(result)).contains(from.id());
    long left =
        known.entrySet().stream()
            .filter(last -> !last.getValue().deleted() && !titles.containsKey(last.getKey()))
            .filter(last -> !last.getValue().version().streamed())
            .count();
    assertThat(carried.leftOut()).isEqualTo(left);
  }

  @Test
  void run_noFiles_takesAllAndKeepsOldVersionsOut() throws IOException {
    IndexDirectory index = IndexDirectory.at(root);
    Generation before = generation(1, 1);
    index.create(before);
    Snapshot from;
    try (ShardWriter writer = ShardWriter.create(index, before, 0, SETTINGS)) {
      writer.upsert(product("file", "from a file", 5), Version.inFile(0, 0));
      writer.delete("gone", new Version(9, Version.inStream(3)));
      from = index.snapshots("gen-1").publish(List.of(writer.commit(false))).orElseThrow();
    }
    Generation next = generation(2, 2);
    index.create(next);

    CarryOver.Carried carried = CarryOver.run(index, from, next, SETTINGS, POSITIONS);

    assertThat(carried).isEqualTo(new CarryOver.Carried("gen-1/1", 1, 1, 0, 0));
    Snapshot result = index.snapshots("gen-2").current().orElseThrow();
    ShardCommit shard = result.shards().get(Shards.of("gone", 2));
    try (ShardWriter writer = ShardWriter.openAt(index, next, shard, SETTINGS)) {
      assertThat(writer.upsert(product("gone", "late", 8), Version.inStream(1)))
          .isEqualTo(Outcome.LATE);
    }
  }

  /** Two shards that a file and a stream were written to, with numbers beside the versions. */
  private static Snapshot streamed(
      IndexDirectory index,
      RandomGenerator random,
      Map<String, Known> known,
      Map<String, Long> stock)
      throws IOException {
    Generation before = generation(1, 2);
    try (ManyShards shards = new ManyShards(index, before)) {
      for (int record = 0; record < 400; record++) {
        String id = "p-" + random.nextInt(IDS);
        long order = random.nextInt(4) == 0 ? Version.inFile(0, record) : Version.inStream(record);
        if (random.nextInt(6) == 0) {
          shards.delete(id, random.nextInt(100), order, known);
        } else {
          shards.upsert(id, random.nextInt(100), order, known);
        }
        if (random.nextInt(4) == 0
            && shards.of(id).updateNumbers(id, Map.of(IndexSchema.STOCK, (long) record))) {
          stock.put(id, (long) record);
        }
        Known last = known.get(id);
        if (last == null || last.deleted()) {
          stock.remove(id);
        }
      }
      return shards.publish();
    }
  }

  private static Generation generation(int number, int shards) {
    return new Generation(number, shards, "2", "words", "plain", "files");
  }

  /** Titles by id; the numbers that were set must be there too. */
  private static Map<String, String> titles(
      IndexDirectory index, Snapshot snapshot, Map<String, Long> stock) throws IOException {
    Map<String, String> titles = new TreeMap<>();
    try (SnapshotReader open = SnapshotReader.open(index, snapshot)) {
      IndexReader reader = open.reader();
      StoredProducts stored = new StoredProducts(reader);
      var live = MultiBits.getLiveDocs(reader);
      for (int doc = 0; doc < reader.maxDoc(); doc++) {
        if (live == null || live.get(doc)) {
          var found = stored.read(doc);
          titles.put(found.id(), found.title());
          assertThat(found.stock()).as(found.id()).isEqualTo(stock.getOrDefault(found.id(), 1L));
        }
      }
    }
    return titles;
  }

  /** The writers of a new generation, and an oracle that is told the same. */
  private static final class ManyShards implements AutoCloseable {
    private final IndexDirectory index;
    private final Generation generation;
    private final List<ShardWriter> writers = new ArrayList<>();

    ManyShards(IndexDirectory index, Generation generation) throws IOException {
      this.index = index;
      this.generation = generation;
      index.create(generation);
      for (int shard = 0; shard < generation.shards(); shard++) {
        writers.add(ShardWriter.create(index, generation, shard, SETTINGS));
      }
    }

    ShardWriter of(String id) {
      return writers.get(Shards.of(id, generation.shards()));
    }

    void upsert(String id, long updatedAt, long order, Map<String, Known> known)
        throws IOException {
      Known version = new Known(new Version(updatedAt, order), id + " of " + order, false);
      of(id).upsert(product(id, version.title(), updatedAt), order);
      known.merge(id, version, ManyShards::newer);
    }

    void delete(String id, long updatedAt, long order, Map<String, Known> known)
        throws IOException {
      Version version = new Version(updatedAt, order);
      of(id).delete(id, version);
      known.merge(id, new Known(version, "", true), ManyShards::newer);
    }

    private static Known newer(Known a, Known b) {
      return a.version().compareTo(b.version()) >= 0 ? a : b;
    }

    Snapshot publish() throws IOException {
      List<ShardCommit> commits = new ArrayList<>();
      for (ShardWriter writer : writers) {
        commits.add(writer.commit(true));
      }
      return index.snapshots(generation.id()).publish(commits).orElseThrow();
    }

    @Override
    public void close() throws IOException {
      for (ShardWriter writer : writers) {
        writer.close();
      }
    }
  }
}
