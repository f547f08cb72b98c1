package io.xunbao.flinkjobs.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.testing.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Who counts as having clicked: the same in any order of arrival, and after a crash. */
@Seeded
class CountClickersTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static final List<EventType> TYPES =
      List.of(EventType.VIEW, EventType.CLICK, EventType.FAVOURITE, EventType.CART, EventType.BUY);

  private KeyedOneInputStreamOperatorTestHarness<String, BehaviourEvent, ProductAction> operator;

  @Test
  void events_inAnyOrderAndAfterACrash_countAsInABatch(RandomGenerator random) throws Exception {
    List<BehaviourEvent> events = events(random, 2_000);
    Collections.shuffle(events, new Random(random.nextLong()));
    operator = make();
    operator.open();
    List<ProductAction> out = new ArrayList<>();
    int crash = random.nextInt(events.size());
    for (int i = 0; i < events.size(); i++) {
      if (i == crash) {
        OperatorSubtaskState state = operator.snapshot(1, 1);
        out.addAll(operator.extractOutputValues());
        operator.close();
        operator = make();
        operator.initializeState(state);
        operator.open();
      }
      BehaviourEvent event = events.get(i);
      operator.processElement(event, event.at().toEpochMilli());
    }
    out.addAll(operator.extractOutputValues());
    List<ProductAction> batch = Clickers.actions(events);
    assertThat(out.stream().filter(action -> action.clickers() < 0)).as("taken back").isNotEmpty();
    assertThat(counts(out)).isEqualTo(counts(batch));
    assertThat(sum(batch).clicks()).isEqualTo(clicks(events));
    assertThat(sum(batch).clickers()).isBetween(1L, clicks(events) - 1);
    operator.processWatermark(BEGIN.plus(Duration.ofDays(200)).toEpochMilli());
    assertThat(operator.numKeyedStateEntries()).as("nothing is remembered for ever").isZero();
    operator.close();
  }

  @Test
  void clicks_ofOneShopperInAWeek_countOnceUntilThereAreTooMany(RandomGenerator random)
      throws Exception {
    operator = make();
    operator.open();
    int most = Clickers.MOST;
    for (int clicks = 1; clicks <= most + 3; clicks++) {
      Instant at = BEGIN.plusSeconds(random.nextInt(86_400));
      BehaviourEvent event = BehaviourEvent.of("e-" + clicks, "u", EventType.CLICK, "p", at);
      operator.processElement(event, at.toEpochMilli());
      Counts counts = sum(operator.extractOutputValues());
      assertThat(counts.clicks()).isEqualTo(clicks);
      assertThat(counts.clickers()).as("after %d clicks", clicks).isEqualTo(clicks <= most ? 1 : 0);
    }
    operator.close();
  }

  @Test
  void statistics_ofManyClicksOfOne_tellThemAllAndRateThemAsNone() {
    List<BehaviourEvent> events =
        IntStream.rangeClosed(0, Clickers.MOST)
            .mapToObj(i -> BehaviourEvent.of("e-" + i, "u", EventType.CLICK, "p", BEGIN))
            .toList();
    ProductStats stats =
        new BatchStats(StatsSettings.defaults())
            .stats("p", Clickers.actions(events), Buckets.hourOf(BEGIN.toEpochMilli()));
    assertThat(stats.all().clicks()).isEqualTo(Clickers.MOST + 1);
    assertThat(stats.rates().click()).isEqualTo(RatePriors.DEFAULT.click().mean());
  }

  private static long clicks(List<BehaviourEvent> events) {
    return events.stream().filter(event -> event.type() == EventType.CLICK).count();
  }

  private static Counts sum(List<ProductAction> actions) {
    return actions.stream().map(Counts::of).reduce(Counts.ZERO, Counts::plus);
  }

  private static List<BehaviourEvent> events(RandomGenerator random, int size) {
    List<BehaviourEvent> events = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      events.add(
          BehaviourEvent.of(
              "e-" + i,
              "u-" + random.nextInt(3),
              TYPES.get(random.nextInt(TYPES.size())),
              "p-" + random.nextInt(4),
              BEGIN.plusSeconds(random.nextInt(70 * 86_400))));
    }
    return events;
  }

  /** What the buckets would hold, without those that came to nothing. */
  private static Map<String, Counts> counts(List<ProductAction> actions) {
    Map<String, Counts> counts = new HashMap<>();
    for (ProductAction action : actions) {
      String bucket = action.product() + " " + Buckets.hourOf(action.at());
      counts.merge(bucket, Counts.of(action), Counts::plus);
    }
    counts.values().removeIf(Counts.ZERO::equals);
    return counts;
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, BehaviourEvent, ProductAction>
      make() throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new CountClickers()), BehaviourEvent::user, Types.STRING);
  }
}
