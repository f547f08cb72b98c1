package io.xunbao.indexer.snapshot;

import static io.xunbao.indexer.snapshot.Commits.both;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSnapshotStoreTest extends SnapshotStoreContract {
  /** A publish syncs the folder, then replaces manifest and pointer in four steps each. */
  private static final int STEPS = 9;

  @TempDir Path root;
  private int next;

  @Override
  SnapshotStore store() throws IOException {
    return store(DurableFiles.DISK, folder());
  }

  private Path folder() throws IOException {
    return Files.createDirectories(root.resolve(Integer.toString(next++)).resolve("gen-1"));
  }

  private static SnapshotStore store(DurableFiles files, Path folder) {
    return new FileSnapshotStore(folder, files);
  }

  @Test
  void publish_stoppedBeforeAnyStep_leavesTheOldOrTheNewSnapshot() throws IOException {
    int published = 0;
    for (int step = 0; step < STEPS; step++) {
      Path folder = folder();
      store(DurableFiles.DISK, folder).publish(both(1));
      stopDuring(new StoppingFiles(step), folder);
      SnapshotStore after = store(DurableFiles.DISK, folder);
      assertThat(after.current().orElseThrow().shards()).isIn(both(1), both(2));
      published += after.current().orElseThrow().sequence() == 2 ? 1 : 0;
      after.publish(both(2));
      assertThat(after.current().orElseThrow().shards()).isEqualTo(both(2));
    }
    assertThat(published).isEqualTo(1);
  }

  @Seeded
  @Test
  void publish_cutAtRandom_alwaysLoadsAWholeSnapshot(RandomGenerator random) throws IOException {
    for (int round = 0; round < 200; round++) {
      Path folder = folder();
      store(DurableFiles.DISK, folder).publish(both(1));
      stopDuring(StoppingFiles.tearing(random.nextInt(STEPS), random), folder);
      assertThat(store(DurableFiles.DISK, folder).current().orElseThrow().shards())
          .isIn(both(1), both(2));
    }
  }

  private static void stopDuring(StoppingFiles stopping, Path folder) throws IOException {
    try {
      store(stopping, folder).publish(both(2));
    } catch (StoppingFiles.Stopped expected) {
      assertThat(stopping.struck()).isTrue();
    }
    assertThat(stopping.struck()).as("the fault strikes").isTrue();
  }

  @Seeded
  @Test
  void current_damagedManifest_isTheOneBefore(RandomGenerator random) throws IOException {
    Path folder = folder();
    SnapshotStore store = store(DurableFiles.DISK, folder);
    Snapshot first = store.publish(both(1)).orElseThrow();
    store.publish(both(2));
    Path manifest = folder.resolve("snapshots/2.json");
    byte[] whole = Files.readAllBytes(manifest);
    for (int round = 0; round < 100; round++) {
      Files.write(manifest, damaged(whole, random));
      assertThat(store.current()).contains(first);
    }
    Files.delete(manifest);
    assertThat(store.current()).contains(first);
  }

  @Seeded
  @Test
  void current_damagedPointer_isTheNewestManifest(RandomGenerator random) throws IOException {
    Path folder = folder();
    SnapshotStore store = store(DurableFiles.DISK, folder);
    store.publish(both(1));
    Optional<Snapshot> second = store.publish(both(2));
    byte[] whole = Files.readAllBytes(folder.resolve("CURRENT"));
    for (int round = 0; round < 100; round++) {
      Files.write(folder.resolve("CURRENT"), damaged(whole, random));
      assertThat(store.current()).isEqualTo(second);
    }
  }

  /** Flipped, cut or zeroed. */
  private static byte[] damaged(byte[] whole, RandomGenerator random) {
    byte[] bytes = whole.clone();
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(3)) {
      case 0 -> {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        yield bytes;
      }
      case 1 -> Arrays.copyOf(bytes, at);
      default -> {
        Arrays.fill(bytes, at, bytes.length, (byte) 0);
        yield bytes;
      }
    };
  }
}
