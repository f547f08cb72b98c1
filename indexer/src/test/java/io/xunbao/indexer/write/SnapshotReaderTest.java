package io.xunbao.indexer.write;

import static io.xunbao.indexer.write.Products.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.indexer.snapshot.CorruptSnapshotException;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.NothingPublishedException;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotFile;
import io.xunbao.indexer.snapshot.SnapshotReader;
import io.xunbao.indexer.snapshot.SnapshotVerifier;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotReaderTest {
  private static final Generation GENERATION = new Generation(1, 2, "1", "words", "plain", "");
  private static final ShardSettings SETTINGS =
      new ShardSettings(new WhitespaceAnalyzer(), ShardWriterTest::document);

  @TempDir Path root;
  private IndexDirectory index;

  @BeforeEach
  void begin() throws IOException {
    index = IndexDirectory.at(root);
    index.create(GENERATION);
  }

  @Test
  void open_nothingPublished_saysHowToBuild() {
    assertThatThrownBy(() -> SnapshotReader.open(index))
        .isInstanceOf(NothingPublishedException.class)
        .hasMessageContaining("./xunbao index --products FILE");
  }

  @Test
  void refresh_newSnapshot_showsItAndLeavesTheOldOneOpen() throws IOException {
    try (Writers writers = new Writers()) {
      writers.write(1);
      writers.publish();
      try (SnapshotReader first = SnapshotReader.open(index)) {
        assertThat(first.refresh()).isEmpty();
        for (int round = 2; round < 8; round++) {
          writers.write(round);
          writers.publish();
        }
        try (SnapshotReader second = first.refresh().orElseThrow()) {
          assertThat(second.reader().numDocs()).isEqualTo(14);
          assertThat(first.reader().numDocs()).isEqualTo(2);
          assertThat(first.reader().storedFields().document(0).get("title")).isEqualTo("t1");
        }
        assertThat(first.reader().storedFields().document(1).get("title")).isEqualTo("t1");
      }
    }
  }

  @Test
  void refresh_oneShardUnchanged_keepsBothUsable() throws IOException {
    try (Writers writers = new Writers()) {
      writers.write(1);
      writers.publish();
      SnapshotReader first = SnapshotReader.open(index);
      writers.shards.getFirst().upsert(product("x", "t2", 1), 9);
      writers.publish();
      SnapshotReader second = first.refresh().orElseThrow();
      first.close();
      assertThat(second.reader().storedFields().document(2).get("title")).isNotNull();
      second.close();
    }
  }

  @Test
  void open_whilePublishing_neverSeesAHalf() throws Exception {
    try (Writers writers = new Writers()) {
      writers.write(0);
      writers.publish();
      AtomicBoolean done = new AtomicBoolean();
      List<Throwable> failures = new ArrayList<>();
      Thread reader = new Thread(() -> read(done, failures));
      reader.start();
      for (int round = 1; round <= 15; round++) {
        writers.write(round);
        writers.publish();
      }
      done.set(true);
      reader.join();
      assertThat(failures).isEmpty();
    }
  }

  /** Every round adds a product to each shard, so a whole snapshot holds as many in both. */
  private void read(AtomicBoolean done, List<Throwable> failures) {
    try {
      long last = 0;
      while (!done.get()) {
        try (SnapshotReader reader = SnapshotReader.open(index)) {
          Snapshot snapshot = reader.snapshot();
          assertThat(snapshot.sequence()).isGreaterThanOrEqualTo(last);
          last = snapshot.sequence();
          assertThat(reader.reader().numDocs()).isEqualTo((int) (2 * last));
          assertThat(snapshot.documents()).isEqualTo(2 * last);
        }
      }
    } catch (Throwable failure) {
      failures.add(failure);
    }
  }

  @Seeded
  @Test
  void open_anyFileOfTheNewestDamaged_opensTheOneBefore(RandomGenerator random) throws IOException {
    Snapshot before;
    Snapshot newest;
    try (Writers writers = new Writers()) {
      writers.write(1);
      before = writers.publish().orElseThrow();
      writers.write(2);
      newest = writers.publish().orElseThrow();
    }
    List<Path> onlyInNewest = files(newest);
    onlyInNewest.removeAll(files(before));
    assertThat(onlyInNewest).hasSizeGreaterThan(10);
    for (Path file : onlyInNewest) {
      byte[] whole = Files.readAllBytes(file);
      Damage damage = Damage.values()[random.nextInt(Damage.values().length)];
      damage.strike(file, whole, random);
      assertThatThrownBy(() -> new SnapshotVerifier(index).full(newest))
          .as("%s of %s", damage, file)
          .isInstanceOf(CorruptSnapshotException.class)
          .hasMessageContaining(file.getFileName().toString());
      try (SnapshotReader reader = SnapshotReader.open(index)) {
        assertThat(reader.snapshot()).isEqualTo(before);
        assertThat(reader.reader().numDocs()).isEqualTo(2);
      }
      Files.write(file, whole);
    }
    try (SnapshotReader reader = SnapshotReader.open(index)) {
      assertThat(reader.snapshot()).isEqualTo(newest);
    }
  }

  private enum Damage {
    FLIPPED,
    CUT,
    ZEROED,
    LONGER,
    DELETED;

    void strike(Path file, byte[] whole, RandomGenerator random) throws IOException {
      int at = random.nextInt(whole.length);
      switch (this) {
        case FLIPPED -> {
          byte[] bytes = whole.clone();
          bytes[at] ^= (byte) (1 << random.nextInt(8));
          Files.write(file, bytes);
        }
        case CUT -> Files.write(file, Arrays.copyOf(whole, at));
        case ZEROED -> Files.write(file, new byte[whole.length]);
        case LONGER -> Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        case DELETED -> Files.delete(file);
      }
    }
  }

  private List<Path> files(Snapshot snapshot) {
    List<Path> files = new ArrayList<>();
    for (ShardCommit shard : snapshot.shards()) {
      for (SnapshotFile file : shard.files()) {
        files.add(index.shard("gen-1", shard.shard()).resolve(file.name()));
      }
    }
    return files;
  }

  /** Both shards of the generation. */
  private final class Writers implements AutoCloseable {
    final List<ShardWriter> shards = new ArrayList<>();

    Writers() throws IOException {
      for (int shard = 0; shard < 2; shard++) {
        shards.add(ShardWriter.create(index, GENERATION, shard, SETTINGS));
      }
    }

    void write(int round) throws IOException {
      for (ShardWriter shard : shards) {
        shard.upsert(product("p" + round + "-" + shard.number(), "t" + round, 1), round);
      }
    }

    Optional<Snapshot> publish() throws IOException {
      List<ShardCommit> commits = new ArrayList<>();
      for (ShardWriter shard : shards) {
        commits.add(shard.commit(false));
      }
      Optional<Snapshot> snapshot = index.snapshots("gen-1").publish(commits);
      index.serve("gen-1");
      return snapshot;
    }

    @Override
    public void close() throws IOException {
      for (ShardWriter shard : shards) {
        shard.close();
      }
    }
  }
}
