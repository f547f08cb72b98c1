package io.xunbao.flinkjobs.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.run.CheckpointFolder;
import io.xunbao.flinkjobs.stats.BatchStats;
import io.xunbao.flinkjobs.stats.ProductAction;
import io.xunbao.flinkjobs.stats.ProductStats;
import io.xunbao.flinkjobs.stats.StatsSettings;
import io.xunbao.flinkjobs.testing.ChildProcess;
import io.xunbao.flinkjobs.testing.ShopperLog;
import io.xunbao.flinkjobs.testing.ShopperOracle;
import io.xunbao.flinkjobs.testing.ShopperTopics;
import io.xunbao.ranker.interest.LiveInterests;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jobs of shoppers killed with SIGKILL while a real broker goes on taking dirty events: in the
 * end statistics, interests, labelled groups and refused events are those of one pass over the
 * whole log, nothing lost, nothing twice. {@code -Dxunbao.kills=30} for the long run; {@code
 * -Dxunbao.stateOnDisk=true} with RocksDB, {@code -Dxunbao.unaligned=true} with barriers that
 * overtake records.
 */
class ShopperKillIT {
  private static final int KILLS = Integer.getInteger("xunbao.kills", 2);
  private static final boolean ON_DISK = Boolean.getBoolean("xunbao.stateOnDisk");
  private static final boolean UNALIGNED = Boolean.getBoolean("xunbao.unaligned");
  private static final int PARTITIONS = 2;
  private static final int BACKLOG = 600;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** More event time than is written around one kill. */
  private static final Duration SPAN = Duration.ofHours(48);

  private static final double ROUNDING = 2e-3;

  @TempDir Path root;

  @Seeded
  @Test
  void kill_atRandomTimes_losesAndDoublesNothing(RandomGenerator random) throws Exception {
    Keys.in(root);
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(root.resolve("broker"), EmbeddedBroker.FREE_PORT)) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
      TopicAdmin.ensure(kafka, TopicNames.STANDARD, EnumSet.allOf(Topic.class), PARTITIONS, 1);
      Instant start = Instant.now().minus(SPAN.multipliedBy(KILLS + 1));
      try (ShopperLog log = new ShopperLog(kafka, random, Keys.pseudonyms(), start);
          ShopperTopics topics = new ShopperTopics(kafka, ShopperStreamJob.NAME)) {
        for (int kill = 0; kill < KILLS; kill++) {
          killOnce(kafka, log, topics, random);
        }
        log.write(BACKLOG);
        log.finish(PARTITIONS);
        log.flush();
        assertThat(log.time()).as("no event is ahead of its arrival").isBefore(Instant.now());
        verify(kafka, topics);
      }
    }
  }

  /** Lets a child work off what has gathered, and kills it while it works on more. */
  private void killOnce(
      KafkaSettings kafka, ShopperLog log, ShopperTopics topics, RandomGenerator random)
      throws Exception {
    log.write(BACKLOG);
    log.flush();
    Process child = start(kafka);
    try {
      awaitSettled(child, topics);
      log.settled();
      int pauses = 10 + random.nextInt(50);
      for (int i = 0; i < pauses; i++) {
        log.write(15);
        child.waitFor(20, TimeUnit.MILLISECONDS);
      }
      ChildProcess.kill(child);
    } finally {
      child.destroyForcibly();
    }
    log.flush();
    assertThat(topics.lag()).as("the kill struck in the middle of work").isPositive();
  }

  /** Until checkpoints hold all that was written, and the clocks that followed from it. */
  private void awaitSettled(Process child, ShopperTopics topics) throws Exception {
    Path log = root.resolve("child.log");
    ChildProcess.await(child, log, "a checkpoint of all", () -> topics.lag() == 0);
    long then = checkpoint();
    ChildProcess.await(child, log, "three more", () -> checkpoint() >= then + 3);
  }

  private long checkpoint() throws IOException {
    return CheckpointFolder.newest(root.resolve("checkpoints"))
        .map(path -> Long.parseLong(path.getFileName().toString().replaceAll("\\D", "")))
        .orElse(0L);
  }

  private void verify(KafkaSettings kafka, ShopperTopics topics) throws Exception {
    ShopperOracle oracle = ShopperOracle.of(kafka, Keys.pseudonyms());
    assertThat(oracle.duplicates()).isPositive();
    assertThat(oracle.refused().values())
        .as("the log is dirty")
        .contains("clock.late", "bot.repeat", "event.json", "impression.json");
    Process last = start(kafka);
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                topics.read();
                assertThat(topics.refused()).containsExactlyInAnyOrderEntriesOf(oracle.refused());
                requireGroups(topics, oracle);
                requireStats(topics, oracle);
                requireInterests(topics, oracle);
              });
    } finally {
      last.destroyForcibly().waitFor();
    }
    assertThat(topics.texts()).noneMatch(text -> text.contains("raw-"));
  }

  private void requireGroups(ShopperTopics topics, ShopperOracle oracle) throws IOException {
    assertThat(topics.labels()).containsExactlyInAnyOrderEntriesOf(oracle.labels());
    assertThat(ShopperTopics.groupsIn(root.resolve("groups")))
        .as("each group once in the files")
        .containsExactlyInAnyOrderElementsOf(oracle.labels().keySet());
  }

  private static void requireStats(ShopperTopics topics, ShopperOracle oracle) {
    BatchStats batch = new BatchStats(StatsSettings.defaults());
    Map<String, ProductStats> stats = topics.stats();
    assertThat(stats.keySet()).isEqualTo(oracle.actions().keySet());
    stats.forEach(
        (product, told) -> {
          List<ProductAction> own = oracle.actions().get(product);
          long newest = own.stream().mapToLong(ProductAction::at).max().orElseThrow();
          assertThat(told.hour())
              .as("%s is told to its end", product)
              .isGreaterThanOrEqualTo(newest / Duration.ofHours(1).toMillis());
          assertThat(told).isEqualTo(batch.stats(product, own, told.hour()));
        });
  }

  private static void requireInterests(ShopperTopics topics, ShopperOracle oracle) {
    Map<String, LiveInterests> told = topics.interests();
    assertThat(told.keySet()).isEqualTo(oracle.interests().keySet());
    oracle
        .interests()
        .forEach(
            (owner, expected) -> {
              LiveInterests now = told.get(owner);
              assertThat(now.at()).as("newest event of %s", owner).isEqualTo(expected.at());
              requireSame(now.profile().recent(), expected.profile().recent());
              requireSame(now.profile().lasting(), expected.profile().lasting());
              requireSame(now.categories(), expected.categories());
              requireSame(now.shortTerm(), expected.shortTerm());
              requireSame(now.longTerm(), expected.longTerm());
            });
  }

  private static void requireSame(Map<String, Double> told, Map<String, Double> expected) {
    assertThat(told.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, sum) -> assertThat(told.get(name)).isCloseTo(sum, within(ROUNDING)));
  }

  /** The topic has half floats, whose error grows with the number. */
  private static void requireSame(float[] told, float[] expected) {
    assertThat(told).hasSameSizeAs(expected);
    for (int i = 0; i < told.length; i++) {
      double error = ROUNDING * Math.max(1, Math.abs(expected[i]));
      assertThat((double) told[i]).isCloseTo(expected[i], within(error));
    }
  }

  private Process start(KafkaSettings kafka) throws IOException {
    return ChildProcess.start(
        ShopperChild.class,
        "700m",
        root.resolve("child.log"),
        kafka.bootstrapServers(),
        root.toString(),
        Boolean.toString(ON_DISK),
        Boolean.toString(UNALIGNED));
  }
}
