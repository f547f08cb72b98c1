package io.xunbao.flinkjobs.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.xunbao.flinkjobs.testing.IndexContent;
import io.xunbao.indexer.catalog.ProductJson;
import io.xunbao.indexer.catalog.ProductStatus;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexInUseException;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.StaleSnapshotException;
import io.xunbao.indexer.words.IndexWords;
import io.xunbao.indexer.write.ShardWriter;
import io.xunbao.indexer.write.Version;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sink's writers and committer under what Flink may do to them: notices of complete checkpoints
 * that are lost, late or repeated, crashes, savepoints of long ago, attempts that outlive their
 * end.
 */
class CheckpointNoticesTest {
  private static final int SHARDS = 2;
  private static final Freshness FRESHNESS = new Freshness(new UnregisteredMetricsGroup());
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  /** What Flink keeps of a checkpoint: where the source stood, and the sink's state. */
  private record Checkpoint(int position, List<ShardCommit> commits) {}

  @TempDir Path root;
  private IndexDirectory index;
  private Generation generation;
  private ShardWriters writers;
  private SnapshotCommitter committer;
  private final List<IndexSinkWriter> shards = new ArrayList<>();
  private final List<IndexChange> log = new ArrayList<>();
  private final List<Checkpoint> unnoticed = new ArrayList<>();
  private int position;

  @BeforeEach
  void begin() throws IOException {
    index = IndexDirectory.at(root);
    generation =
        new Generation(
            1,
            SHARDS,
            Integer.toString(IndexSchema.VERSION),
            IndexWords.at(index).current().lexicon().version(),
            "test",
            "");
    index.create(generation);
    writers = new ShardWriters(index, generation, null);
    committer = newCommitter();
    for (int shard = 0; shard < SHARDS; shard++) {
      shards.add(over(writers.start(shard, false)));
    }
  }

  @AfterEach
  void end() throws Exception {
    crash();
  }

  @Seeded
  @Test
  void notices_lostLateAndRepeatedBetweenCrashes_publishTheReplayOfTheLog(RandomGenerator random)
      throws Exception {
    Checkpoint complete = new Checkpoint(0, List.of());
    List<Checkpoint> before = new ArrayList<>();
    int crashes = 0;
    for (int step = 0; step < 60; step++) {
      write(random, random.nextInt(15));
      Checkpoint taken = checkpoint();
      switch (random.nextInt(6)) {
        case 0 -> unnoticed.add(taken); // aborted, or its notice is lost: the next one brings it
        case 1 -> {
          complete = taken;
          unnoticed.add(taken); // complete, but nobody hears of it before the crash
          crash();
          crashes++;
          restore(complete);
        }
        case 2 -> {
          crash(); // before it is complete: everything since the last one is done again
          crashes++;
          unnoticed.clear();
          if (complete.commits().isEmpty()) {
            begin0();
          } else {
            restore(complete);
          }
        }
        default -> {
          complete = taken;
          unnoticed.add(taken);
          notice();
          before.add(taken);
        }
      }
      if (!before.isEmpty() && random.nextInt(3) == 0) {
        Checkpoint again = before.get(random.nextInt(before.size()));
        newCommitter().commit(Requests.of(again.commits())); // repeated, or very late
      }
      requireReplay();
    }
    unnoticed.add(checkpoint());
    notice();
    requireReplay();
    assertThat(crashes).as("crashes that struck").isPositive();
    assertThat(index.current().orElseThrow().positions())
        .containsEntry("products-0", (long) log.size());
  }

  @Test
  void restore_savepointOlderThanWhatIsPublished_isRefusedAloud() throws Exception {
    write(1);
    Checkpoint savepoint = checkpoint();
    unnoticed.add(savepoint);
    notice();
    write(1);
    unnoticed.add(checkpoint());
    notice();
    crash();
    Map<String, String> published = IndexContent.titles(index);

    assertThatExceptionOfType(StaleSnapshotException.class).isThrownBy(() -> restore(savepoint));

    assertThat(IndexContent.titles(index)).isEqualTo(published);
  }

  @Test
  void restore_whileTheOldAttemptLives_isFencedByTheShardsLock() throws Exception {
    write(1);
    Checkpoint taken = checkpoint();
    unnoticed.add(taken);
    notice();
    assertThatExceptionOfType(IndexInUseException.class)
        .isThrownBy(() -> writers.restore(0, List.of(taken.commits().getFirst())));
    write(1); // it goes on, unharmed
    unnoticed.add(checkpoint());
    notice();
    requireReplay();
  }

  @Test
  void commit_ofAnOldAttemptAfterTheNewOneHasPublished_takesNothingBack() throws Exception {
    write(3);
    Checkpoint restored = checkpoint();
    unnoticed.add(restored);
    notice();
    write(3);
    Checkpoint old = checkpoint(); // of an attempt that is cut off before it hears of it
    crash();
    restore(restored);
    write(9);
    unnoticed.add(checkpoint());
    notice();
    Snapshot published = index.current().orElseThrow();

    try {
      newCommitter().commit(Requests.of(old.commits()));
    } catch (StaleSnapshotException loud) {
      assertThat(loud).hasMessageContaining("gen-1");
    }

    assertThat(index.current()).contains(published);
    requireReplay();
  }

  @Test
  void open_refusedRecordsThatCannotBeOpened_givesTheShardBack() throws Exception {
    crash();
    Path refused = index.quarantine(generation.id());
    Files.createDirectories(refused.resolveSibling("."));
    Files.deleteIfExists(refused);
    Files.createDirectory(refused);
    assertThatIOException().isThrownBy(() -> over(writers.start(0, false)));
    Files.delete(refused);
    begin0();
    write(3);
    unnoticed.add(checkpoint());
    notice();
    requireReplay();
  }

  private IndexSinkWriter over(ShardWriter shard) throws IOException {
    return IndexSinkWriter.over(shard, index.quarantine(generation.id()), FRESHNESS);
  }

  @Test
  void restore_stateOfAnotherParallelism_isRefusedWithTheWayOut() throws Exception {
    write(4);
    List<ShardCommit> state = checkpoint().commits();
    crash();
    String wayOut = "for another number of shards build a new generation";
    assertThatIOException()
        .isThrownBy(() -> writers.restore(0, state))
        .withMessageContaining(wayOut);
    assertThatIOException()
        .isThrownBy(() -> writers.restore(0, List.of(state.get(1))))
        .withMessageContaining(wayOut);
    assertThatIOException()
        .isThrownBy(() -> writers.restore(0, List.of()))
        .withMessageContaining(wayOut);
  }

  private SnapshotCommitter newCommitter() {
    return new SnapshotCommitter(index.snapshots(generation.id()), SHARDS);
  }

  private void begin0() throws IOException {
    for (int shard = 0; shard < SHARDS; shard++) {
      shards.add(over(writers.start(shard, false)));
    }
    position = 0;
    catchUp();
  }

  /** Writes new records to the log and to the shards. */
  private void write(RandomGenerator random, int records) throws IOException {
    for (int i = 0; i < records; i++) {
      append(random.nextInt(25), random.nextInt(40), random.nextInt(8) == 0);
    }
    catchUp();
  }

  private void write(int records) throws IOException {
    for (int i = 0; i < records; i++) {
      append(log.size(), 1, false);
    }
    catchUp();
  }

  private void append(int id, int at, boolean deleted) {
    int offset = log.size();
    String json =
        String.format(
            Locale.ROOT,
            "{\"id\":\"p%d\",\"title\":\"t%d\",\"status\":\"%s\",\"updatedAt\":\"%s\"}",
            id,
            offset,
            deleted ? "deleted" : "on_sale",
            FIRST.plusSeconds(at));
    log.add(
        new IndexChange(
            "products-0",
            offset,
            Version.inStream(offset),
            0,
            new Change.Upsert(ProductJson.read(json))));
  }

  private void catchUp() throws IOException {
    for (; position < log.size(); position++) {
      IndexChange change = log.get(position);
      shards.get(change.shard(SHARDS)).write(change, NoTime.INSTANCE);
    }
  }

  /** A barrier at all writers. */
  private Checkpoint checkpoint() throws IOException {
    List<ShardCommit> commits = new ArrayList<>();
    for (IndexSinkWriter shard : shards) {
      commits.addAll(shard.prepareCommit());
    }
    return new Checkpoint(position, commits);
  }

  /** Flink's notice of a complete checkpoint: it brings all earlier ones that nobody heard of. */
  private void notice() throws IOException {
    for (Checkpoint checkpoint : unnoticed) {
      committer.commit(Requests.of(checkpoint.commits()));
    }
    unnoticed.clear();
    index.serve(generation.id());
  }

  private void crash() throws Exception {
    for (IndexSinkWriter shard : shards) {
      shard.close();
    }
    shards.clear();
  }

  /** Begins again from a checkpoint, whose commits are handed to the committer once more. */
  private void restore(Checkpoint checkpoint) throws IOException {
    for (ShardCommit commit : checkpoint.commits()) {
      shards.add(over(writers.restore(commit.shard(), List.of(commit))));
    }
    committer = newCommitter();
    unnoticed.clear();
    unnoticed.add(checkpoint);
    notice();
    position = checkpoint.position();
    catchUp();
  }

  private void requireReplay() throws IOException {
    if (index.current().isEmpty()) {
      return;
    }
    Snapshot snapshot = index.current().orElseThrow();
    Map<String, Version> versions = new HashMap<>();
    Map<String, String> titles = new TreeMap<>();
    long end = snapshot.positions().getOrDefault("products-0", 0L);
    for (IndexChange change : log.subList(0, (int) end)) {
      var product = ((Change.Upsert) change.change()).product();
      Version version = Version.of(product, change.order());
      if (versions.merge(product.id(), version, (a, b) -> a.compareTo(b) > 0 ? a : b) == version) {
        titles.put(product.id(), product.title());
        if (product.status() == ProductStatus.DELETED) {
          titles.remove(product.id());
        }
      }
    }
    assertThat(IndexContent.titles(index)).isEqualTo(titles);
    assertThat(snapshot.tally().received()).as("each record once").isEqualTo(end);
  }

  /** Records of this test carry no times for Flink. */
  private enum NoTime implements SinkWriter.Context {
    INSTANCE;

    @Override
    public long currentWatermark() {
      return Long.MIN_VALUE;
    }

    @Override
    public @Nullable Long timestamp() {
      return null;
    }
  }
}
