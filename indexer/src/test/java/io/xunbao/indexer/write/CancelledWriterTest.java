package io.xunbao.indexer.write;

import static io.xunbao.indexer.write.Products.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.ThreadInterruptedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task is cancelled at any step of its writer's life: the next writer gets the shard. */
class CancelledWriterTest {
  private static final Generation GENERATION = new Generation(1, 1, "1", "words", "plain", "");
  private static final ShardSettings SETTINGS =
      new ShardSettings(new WhitespaceAnalyzer(), ShardWriterTest::document);

  private static final int RUNS = 12;

  @TempDir Path root;

  @Seeded
  @Test
  void interrupt_beforeAnyStep_givesTheShardBack(RandomGenerator random) throws IOException {
    int steps = interrupted(IndexDirectory.at(root.resolve("undisturbed")), Integer.MAX_VALUE);
    assertThat(steps).as("of opening, writing, committing, closing").isGreaterThan(40);
    for (int run = 0; run < RUNS; run++) {
      int after = random.nextInt(steps);
      assertThat(interrupted(IndexDirectory.at(root.resolve("run-" + run)), after))
          .as("it comes to the step of the interrupt")
          .isGreaterThan(after);
    }
  }

  /** A life with an interrupt after some steps, and the next one; tells the steps of the first. */
  private static int interrupted(IndexDirectory index, int after) throws IOException {
    index.create(GENERATION);
    ShardCommit commit;
    try (ShardWriter writer = ShardWriter.create(index, GENERATION, 0, SETTINGS)) {
      writer.upsert(product("a", "kept", 2), 0);
      commit = writer.commit(false);
    }
    int steps = life(index, commit, after);
    try (ShardWriter writer = ShardWriter.openAt(index, GENERATION, commit, SETTINGS)) {
      assertThat(writer.upsert(product("a", "late", 1), 1))
          .as("after an interrupt before step %d", after)
          .isEqualTo(Outcome.LATE);
    }
    return steps;
  }

  private static int life(IndexDirectory index, ShardCommit commit, int after) throws IOException {
    AtomicReference<InterruptingDirectory> directory = new AtomicReference<>();
    ShardSettings interrupted =
        new ShardSettings(
            SETTINGS.analyzer(),
            SETTINGS.documents(),
            SETTINGS.bufferMegabytes(),
            in -> {
              directory.set(new InterruptingDirectory(in, after));
              return directory.get();
            });
    try (ShardWriter writer = ShardWriter.openAt(index, GENERATION, commit, interrupted)) {
      writer.upsert(product("a", "given up", 4), 1);
      writer.commit(false);
      writer.upsert(product("b", "given up", 5), 2);
      writer.updateNumbers("a", Map.of(IndexSchema.SALES, 7L));
      writer.commit(true);
      writer.upsert(product("c", "given up", 5), 3);
    } catch (ClosedChannelException | AlreadyClosedException | ThreadInterruptedException e) {
      assertThat(directory.get().steps()).as("%s without a reason", e).isGreaterThan(after);
    } finally {
      Thread.interrupted(); // and what comes after it must not see it
    }
    return directory.get().steps();
  }
}
