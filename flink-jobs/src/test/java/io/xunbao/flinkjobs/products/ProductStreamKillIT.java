package io.xunbao.flinkjobs.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.testing.ChildProcess;
import io.xunbao.flinkjobs.testing.IndexContent;
import io.xunbao.flinkjobs.testing.LogOracle;
import io.xunbao.flinkjobs.testing.ProductLog;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The streaming job killed with SIGKILL at random times, while a real broker goes on taking dirty
 * records: in the end the index is the replay of the whole log, nothing lost, nothing twice. {@code
 * -Dxunbao.kills=30} for the long run; {@code -Dxunbao.kills=10 -Dxunbao.messages=2500} for 50,000
 * messages.
 */
class ProductStreamKillIT {
  private static final int KILLS = Integer.getInteger("xunbao.kills", 3);
  private static final int MESSAGES_BETWEEN = Integer.getInteger("xunbao.messages", 1_500);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path root;

  @Seeded
  @Test
  void kill_atRandomTimes_losesAndDoublesNothing(RandomGenerator random) throws Exception {
    IndexDirectory index = IndexDirectory.at(root.resolve("index"));
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(root.resolve("broker"), EmbeddedBroker.FREE_PORT)) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
      TopicAdmin.ensure(kafka, TopicNames.STANDARD, EnumSet.allOf(Topic.class), 2, 1);
      try (ProductLog log = new ProductLog(kafka, random, 400)) {
        for (int kill = 0; kill < KILLS; kill++) {
          killOnce(kafka, index, log, random);
        }
        verify(kafka, index);
      }
    }
  }

  /** Lets a child work on what is new, and kills it somewhere on the way. */
  private void killOnce(
      KafkaSettings kafka, IndexDirectory index, ProductLog log, RandomGenerator random)
      throws Exception {
    long before = index.current().map(Snapshot::sequence).orElse(0L);
    log.write(MESSAGES_BETWEEN);
    log.flush();
    Process child = start(kafka);
    try {
      ChildProcess.await(
          child,
          root.resolve("child.log"),
          "a newer snapshot",
          () -> index.current().map(Snapshot::sequence).orElse(0L) > before);
      log.write(MESSAGES_BETWEEN);
      log.flush();
      child.waitFor(random.nextInt(1_500), TimeUnit.MILLISECONDS);
      ChildProcess.kill(child);
    } finally {
      child.destroyForcibly();
    }
  }

  private void verify(KafkaSettings kafka, IndexDirectory index) throws Exception {
    LogOracle oracle = LogOracle.of(kafka);
    Process last = start(kafka);
    try {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(IndexContent.positions(index)).containsAllEntriesOf(oracle.ends()));
    } finally {
      last.destroyForcibly().waitFor();
    }
    assertThat(IndexContent.titles(index)).isEqualTo(oracle.titles());
    Snapshot snapshot = index.current().orElseThrow();
    assertThat(snapshot.tally().received()).as("each record once").isEqualTo(oracle.messages());
    assertThat(snapshot.tally().quarantined()).isEqualTo(oracle.refused());
    assertThat(snapshot.tally().balances()).isTrue();
    assertThat(Files.readAllLines(index.quarantine(snapshot.generation())))
        .hasSize((int) oracle.refused());
    IndexContent.requireClean(index);
  }

  private Process start(KafkaSettings kafka) throws IOException {
    return ChildProcess.start(
        StreamChild.class,
        "700m",
        root.resolve("child.log"),
        kafka.bootstrapServers(),
        root.resolve("index").toString(),
        root.resolve("checkpoints").toString());
  }
}
