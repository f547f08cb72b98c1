package io.xunbao.flinkjobs.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ranker.feedback.EventType;
import io.xunbao.testing.Seeded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;

class CountActionsTest {
  private static final StatsSettings SETTINGS = StatsSettings.defaults();
  private static final long NOON = Instant.parse("2026-11-24T12:00:00Z").toEpochMilli();
  private static final long H = Buckets.HOUR;

  private static ProductAction click(long at) {
    return ProductAction.done("p", EventType.CLICK, 1, at);
  }

  @Test
  void process_manyChangesWithinAPause_tellsOnce() throws Exception {
    try (StatsHarness job = new StatsHarness(SETTINGS)) {
      job.time(0);
      for (int i = 0; i < 10; i++) {
        job.send(click(NOON + i));
      }
      assertThat(job.stats()).isEmpty();
      job.time(500);
      assertThat(job.stats()).singleElement().extracting(s -> s.all().clicks()).isEqualTo(10L);
    }
  }

  @Test
  void watermark_actionLeavesAWindow_tellsAgain() throws Exception {
    try (StatsHarness job = new StatsHarness(SETTINGS)) {
      job.send(click(NOON));
      job.watermark(NOON + H - 1);
      assertThat(job.stats()).isEmpty();
      job.watermark(NOON + H);
      assertThat(job.stats().getLast().windows())
          .extracting(w -> w.counts().clicks())
          .containsExactly(0L, 1L, 1L);
      job.watermark(NOON + 24 * H);
      assertThat(job.stats().getLast().windows())
          .extracting(w -> w.counts().clicks())
          .containsExactly(0L, 0L, 1L);
    }
  }

  @Test
  void watermark_beyondTheHorizon_tellsOfNothingAndForgets() throws Exception {
    try (StatsHarness job = new StatsHarness(SETTINGS)) {
      job.send(click(NOON));
      job.watermark(NOON + SETTINGS.horizon() * H);
      assertThat(job.stats().getLast().all()).isEqualTo(Counts.ZERO);
      job.time(10_000);
      assertThat(job.entries()).isZero();
      job.send(click(NOON));
      assertThat(job.late()).containsExactly(click(NOON));
      assertThat(job.entries()).isZero();
    }
  }

  @Test
  void process_aYearOfClicks_keepsOneBucketAnHourOfTheHorizon() throws Exception {
    StatsSettings week =
        new StatsSettings(
            new long[] {24}, new long[] {24}, 168, SETTINGS.pause(), SETTINGS.priors());
    try (StatsHarness job = new StatsHarness(week)) {
      for (long hour = 0; hour < 24 * 365; hour += 3) {
        job.send(click(NOON + hour * H));
        job.watermark(NOON + hour * H);
        assertThat(job.buckets("p")).isLessThanOrEqualTo(168 / 3 + 1);
      }
    }
  }

  /** In any order, with watermarks anywhere, with crashes in between: the batch's bits. */
  @Seeded
  @Test
  void process_anyOrder_equalsTheBatchExactly(RandomGenerator random) throws Exception {
    assertEqualsBatch(random, new HashMapStateBackend());
  }

  @Seeded
  @Test
  void process_stateOnDisk_equalsTheBatchExactly(RandomGenerator random) throws Exception {
    assertEqualsBatch(random, new EmbeddedRocksDBStateBackend());
  }

  private static void assertEqualsBatch(RandomGenerator random, StateBackend backend)
      throws Exception {
    List<ProductAction> actions = new ArrayList<>();
    EventType[] types = EventType.values();
    for (int i = 0; i < 400; i++) {
      EventType type = types[random.nextInt(types.length)];
      long at = NOON + random.nextLong(40 * 24 * H);
      actions.add(
          type == EventType.IMPRESSION
              ? ProductAction.shown("p", random.nextDouble(), at)
              : ProductAction.done("p", type, 1, at));
    }
    Collections.shuffle(actions, new Random(random.nextLong()));
    long end = Buckets.hourOf(NOON + 40 * 24 * H);
    try (StatsHarness job = new StatsHarness(SETTINGS, backend)) {
      for (ProductAction action : actions) {
        job.send(action);
        if (random.nextInt(100) == 0) {
          job.restart();
        }
        if (random.nextInt(20) == 0) {
          job.watermark(NOON + random.nextLong(5 * 24 * H));
        }
      }
      job.watermark(end * H);
      job.time(60_000);
      ProductStats last = job.stats().getLast();
      assertThat(last).isEqualTo(new BatchStats(SETTINGS).stats("p", actions, last.hour()));
      ProductStats now = new BatchStats(SETTINGS).stats("p", actions, end);
      assertThat(last.windows()).isEqualTo(now.windows());
      assertThat(last.all()).isEqualTo(now.all());
    }
  }

  @Test
  void toJson_andBack_givesTheSameToTheBit() {
    ProductStats stats =
        new BatchStats(SETTINGS)
            .stats(
                "p",
                List.of(click(NOON), ProductAction.shown("p", 1 / 3.0, NOON - 7 * H)),
                Buckets.hourOf(NOON + 5 * H));
    assertThat(ProductStats.fromJson(stats.toJson())).isEqualTo(stats);
  }
}
