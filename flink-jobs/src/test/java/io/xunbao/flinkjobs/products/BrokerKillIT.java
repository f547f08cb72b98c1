package io.xunbao.flinkjobs.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.run.JobSettings;
import io.xunbao.flinkjobs.run.LocalCluster;
import io.xunbao.flinkjobs.run.RunningJob;
import io.xunbao.flinkjobs.testing.BrokerProcess;
import io.xunbao.flinkjobs.testing.IndexContent;
import io.xunbao.flinkjobs.testing.LogOracle;
import io.xunbao.flinkjobs.testing.ProductLog;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The broker killed with SIGKILL while the job reads and a producer writes: nothing that it took is
 * lost, the index stays readable, and what had gathered is worked off. {@code -Dxunbao.outages=5
 * -Dxunbao.outageSeconds=30} for the long run.
 */
class BrokerKillIT {
  private static final int OUTAGES = Integer.getInteger("xunbao.outages", 2);
  private static final int OUTAGE_SECONDS = Integer.getInteger("xunbao.outageSeconds", 3);
  private static final int MESSAGES = 500;

  /** Twice the outage, and at least what a loaded machine needs to start a process. */
  private static final Duration PATIENCE = Duration.ofSeconds(Math.max(90, 2L * OUTAGE_SECONDS));

  @TempDir Path root;

  @Seeded
  @Test
  void kill_ofTheBroker_losesNothingAndTheLagDrains(RandomGenerator random) throws Exception {
    IndexDirectory index = IndexDirectory.at(root.resolve("index"));
    try (BrokerProcess broker = BrokerProcess.start(root);
        LocalCluster cluster = LocalCluster.start(2);
        ProductLog log = new ProductLog(broker.kafka(), random, 200)) {
      KafkaSettings kafka = broker.kafka();
      ProductStreamJob plan =
          ProductStreamJob.plan(
              kafka,
              TopicNames.STANDARD,
              new StreamTarget(index, 2, StartRule.REFUSE),
              root.resolve("checkpoints"));
      RunningJob job = cluster.submit(plan, new JobSettings(Duration.ofMillis(300), 2));
      log.write(MESSAGES);
      log.flush();
      // The first snapshot may hold nothing yet.
      await()
          .atMost(PATIENCE)
          .until(() -> index.current().isPresent() && !IndexContent.titles(index).isEmpty());
      for (int outage = 0; outage < OUTAGES; outage++) {
        log.write(MESSAGES); // on their way, or kept by the producer, when it dies
        broker.kill();
        readFor(OUTAGE_SECONDS, index);
        broker.restart();
        log.flush();
      }
      LogOracle oracle = LogOracle.of(kafka);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(IndexContent.positions(index)).containsAllEntriesOf(oracle.ends()));
      assertThat(job.ended()).isFalse();
      assertThat(oracle.messages()).isGreaterThanOrEqualTo(log.acknowledged());
      assertThat(IndexContent.titles(index)).isEqualTo(oracle.titles());
      Snapshot snapshot = index.current().orElseThrow();
      assertThat(snapshot.tally().received()).as("each once").isEqualTo(oracle.messages());
      assertThat(snapshot.tally().quarantined()).isEqualTo(oracle.refused());
    }
    IndexContent.requireClean(index);
  }

  private static void readFor(int seconds, IndexDirectory index) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      assertThat(IndexContent.titles(index)).as("served all the while").isNotEmpty();
    }
  }
}
