package io.xunbao.flinkjobs.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.feedback.Impression;
import io.xunbao.testing.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JoinGroupsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration HOUR = TrainingWindow.DEFAULT.length();

  private final KeyedTwoInputStreamOperatorTestHarness<
          String, Impression, BehaviourEvent, TrainingGroup>
      operator;

  JoinGroupsTest() throws Exception {
    operator =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new JoinGroups(TrainingWindow.DEFAULT)),
            Impression::id,
            event -> Objects.requireNonNull(event.impression()),
            Types.STRING);
  }

  @BeforeEach
  void open() throws Exception {
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  private void show() throws Exception {
    Impression impression =
        new Impression(
            "i-1",
            "u~1",
            "面霜 ",
            "面霜",
            NOON,
            "snapshot-1",
            "ltr",
            "ltr/v1",
            null,
            null,
            "abc",
            List.of("bm25", "price"),
            List.of(
                new Impression.Shown("a", 1, 1, new double[] {2.5, Double.NaN}),
                new Impression.Shown("b", 2, 0.5, new double[] {1, 9})));
    operator.processElement1(impression, NOON.toEpochMilli());
  }

  private static BehaviourEvent event(EventType type, String user, String product, Instant at) {
    return new BehaviourEvent(
        "e", user, null, type, product, null, "i-1", null, null, at, Map.of());
  }

  private void send(EventType type, String product, Duration after) throws Exception {
    operator.processElement2(event(type, "u~1", product, NOON.plus(after)), 0);
  }

  private void watermark(Duration after) throws Exception {
    operator.processBothWatermarks(new Watermark(NOON.plus(after).toEpochMilli()));
  }

  private List<Integer> labels() {
    return operator.extractOutputValues().getLast().items().stream()
        .map(TrainingGroup.Item::label)
        .toList();
  }

  @Test
  void join_severalEvents_theBestOfEachProductCounts() throws Exception {
    show();
    send(EventType.CLICK, "a", Duration.ofMinutes(1));
    send(EventType.BUY, "b", Duration.ofMinutes(2));
    send(EventType.CLICK, "b", Duration.ofMinutes(3));
    watermark(HOUR.minusMillis(1));
    assertThat(operator.extractOutputValues()).isEmpty();
    watermark(HOUR);
    assertThat(labels()).containsExactly(1, 3);
  }

  @Test
  void join_eventBeforeItsImpression_counts() throws Exception {
    send(EventType.CART, "a", Duration.ofMinutes(1));
    show();
    watermark(HOUR);
    assertThat(labels()).containsExactly(2, 0);
  }

  @Test
  void join_eventAfterTheWindow_doesNotCount() throws Exception {
    send(EventType.CART, "a", HOUR.plusMillis(1));
    show();
    send(EventType.CART, "b", HOUR.plusMillis(1));
    watermark(HOUR);
    assertThat(labels()).containsExactly(0, 0);
  }

  @Test
  void join_somebodyElsesEvent_doesNotCount() throws Exception {
    operator.processElement2(event(EventType.BUY, "u~2", "b", NOON.plusSeconds(1)), 0);
    show();
    watermark(HOUR);
    assertThat(labels()).containsExactly(0, 0);
  }

  @Test
  void join_impressionDeliveredAgain_givesOneGroup() throws Exception {
    show();
    show();
    watermark(HOUR);
    show();
    send(EventType.BUY, "a", Duration.ofMinutes(1));
    watermark(HOUR.multipliedBy(3));
    assertThat(operator.extractOutputValues()).hasSize(1);
  }

  @Test
  void join_eventsWithoutImpression_areForgotten() throws Exception {
    send(EventType.CLICK, "a", Duration.ofMinutes(1));
    watermark(HOUR.multipliedBy(2));
    assertThat(operator.numKeyedStateEntries()).isZero();
    assertThat(operator.extractOutputValues()).isEmpty();
  }

  @Seeded
  @Test
  void join_anyOrder_givesTheSameGroup(RandomGenerator random) throws Exception {
    List<BehaviourEvent> events = new ArrayList<>();
    EventType[] types = EventType.values();
    Map<String, Integer> expected = new HashMap<>(Map.of("a", 0, "b", 0));
    for (int i = 0; i < 30; i++) {
      EventType type = types[random.nextInt(types.length)];
      String product = random.nextBoolean() ? "a" : "b";
      events.add(event(type, "u~1", product, NOON.plusSeconds(random.nextInt(3_600))));
      expected.merge(product, Labels.of(type), Math::max);
    }
    Collections.shuffle(events, new Random(random.nextLong()));
    int shown = random.nextInt(events.size());
    for (int i = 0; i < events.size(); i++) {
      if (i == shown) {
        show();
      }
      operator.processElement2(events.get(i), 0);
    }
    watermark(HOUR);
    assertThat(labels()).containsExactly(expected.get("a"), expected.get("b"));
  }

  @Test
  void toJson_group_isTheFormThatTrainingReads() throws Exception {
    show();
    send(EventType.CLICK, "a", Duration.ofMinutes(1));
    watermark(HOUR);
    assertThat(operator.extractOutputValues().getLast().toJson())
        .isEqualTo(
            "{\"impression\":\"i-1\",\"query\":\"面霜\",\"at\":\"2026-11-24T12:00:00Z\","
                + "\"schema\":\"abc\",\"features\":[\"bm25\",\"price\"],\"items\":["
                + "{\"product\":\"a\",\"position\":1,\"propensity\":1.0,\"label\":1,"
                + "\"features\":[2.5,null]},"
                + "{\"product\":\"b\",\"position\":2,\"propensity\":0.5,\"label\":0,"
                + "\"features\":[1.0,9.0]}]}");
  }
}
