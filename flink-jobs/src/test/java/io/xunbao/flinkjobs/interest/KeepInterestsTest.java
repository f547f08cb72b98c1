package io.xunbao.flinkjobs.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.flinkjobs.testing.TwoVectors;
import io.xunbao.ranker.embed.Vectors;
import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.InterestMessage;
import io.xunbao.ranker.interest.LiveInterests;
import io.xunbao.testing.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepInterestsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final InterestSettings SETTINGS = InterestSettings.defaults(new TwoVectors());

  private KeyedTwoInputStreamOperatorTestHarness<String, Signal, Erasure, InterestMessage>
      operator = harness(SETTINGS);

  private static KeyedTwoInputStreamOperatorTestHarness<String, Signal, Erasure, InterestMessage>
      harness(InterestSettings settings) {
    try {
      return new KeyedTwoInputStreamOperatorTestHarness<>(
          new KeyedCoProcessOperator<>(new KeepInterests(settings)),
          Signal::owner,
          Erasure::user,
          Types.STRING);
    } catch (Exception e) {
      throw new IllegalStateException("the harness cannot be made", e);
    }
  }

  @BeforeEach
  void open() throws Exception {
    operator.open();
    operator.setProcessingTime(1_000);
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  private void send(String owner, EventType type, String product, Instant at) throws Exception {
    operator.processElement1(
        new Signal(owner, BehaviourEvent.of("e", owner, type, product, at)), at.toEpochMilli());
  }

  private List<InterestMessage> told() {
    return operator.extractOutputValues();
  }

  @Test
  void process_firstEvent_isToldAtOnce() throws Exception {
    send("u~1", EventType.CLICK, "east", NOON);
    assertThat(told()).singleElement().extracting(InterestMessage::user).isEqualTo("u~1");
  }

  @Test
  void process_manyEventsWithinAPause_areToldTogether() throws Exception {
    for (int i = 0; i < 20; i++) {
      send("u~1", EventType.CLICK, "east" + i, NOON.plusSeconds(i));
    }
    assertThat(told()).hasSize(1);
    operator.setProcessingTime(1_000 + SETTINGS.pause().toMillis());
    assertThat(told()).hasSize(2);
    assertThat(told().getLast().interests().profile().recent()).hasSize(20);
    operator.setProcessingTime(60_000);
    assertThat(told()).hasSize(2);
  }

  @Test
  void process_group_pausesLonger() throws Exception {
    send(Signal.ALL, EventType.CLICK, "east", NOON);
    send(Signal.ALL, EventType.CLICK, "north", NOON);
    operator.setProcessingTime(1_000 + SETTINGS.pause().toMillis());
    assertThat(told()).hasSize(1);
    operator.setProcessingTime(1_000 + SETTINGS.groupPause().toMillis());
    assertThat(told()).hasSize(2);
  }

  @Test
  void process_impression_saysNothing() throws Exception {
    send("u~1", EventType.IMPRESSION, "east", NOON);
    assertThat(told()).isEmpty();
    assertThat(operator.numKeyedStateEntries()).isZero();
  }

  @Test
  void erase_knownShopper_tellsATombstoneAndKeepsNothing() throws Exception {
    send("u~1", EventType.BUY, "east", NOON);
    operator.processElement2(new Erasure("u~1", NOON.toEpochMilli() + 1), 0);
    assertThat(told().getLast().toJson()).isNull();
    send("u~1", EventType.BUY, "east", NOON);
    assertThat(told()).hasSize(2);
    send("u~1", EventType.BUY, "north", NOON.plusSeconds(5));
    assertThat(told().getLast().interests().profile().lasting()).containsOnlyKeys("north");
  }

  @Test
  void process_nothingForTheRetention_forgets() throws Exception {
    operator.close();
    operator =
        harness(
            new InterestSettings(
                new TwoVectors(), Duration.ZERO, Duration.ZERO, Duration.ofDays(1)));
    operator.open();
    operator.getExecutionConfig();
    send("u~1", EventType.BUY, "east", NOON);
    operator.setStateTtlProcessingTime(Duration.ofDays(2).toMillis());
    send("u~1", EventType.VIEW, "north", NOON.plusSeconds(1));
    assertThat(told().getLast().interests().profile().lasting()).containsOnlyKeys("north");
  }

  /** Each message is what a fold over all events so far gives, across crashes. */
  @Seeded
  @Test
  void process_anyEvents_equalsTheFold(RandomGenerator random) throws Exception {
    LiveInterests fold = LiveInterests.none(2);
    EventType[] types = EventType.values();
    long time = 1_000;
    for (int i = 0; i < 300; i++) {
      String product = (random.nextBoolean() ? "east" : "north") + random.nextInt(80);
      EventType type = types[random.nextInt(types.length)];
      Instant at = NOON.plusSeconds(random.nextInt(100_000));
      float[] vector = new TwoVectors().open().vector(product);
      fold = fold.plus(type, product, vector, null, at, EventWeights.defaults());
      send("u~1", type, product, at);
      time += random.nextInt(300);
      operator.setProcessingTime(time);
      if (random.nextInt(60) == 0) {
        restart(time);
      }
    }
    send("u~1", EventType.VIEW, "east", NOON);
    fold =
        fold.plus(EventType.VIEW, "east", new float[] {1, 0}, null, NOON, EventWeights.defaults());
    operator.setProcessingTime(time + 1_000);
    LiveInterests last = told().getLast().interests();
    assertThat(last.profile()).isEqualTo(fold.profile());
    assertThat(last.shortTerm()).isEqualTo(fold.shortTerm());
    assertThat(Vectors.cosine(last.longTerm(), fold.longTerm())).isGreaterThan(0.999999);
  }

  private void restart(long time) throws Exception {
    OperatorSubtaskState snapshot = operator.snapshot(1, 1);
    operator.close();
    operator = harness(SETTINGS);
    operator.initializeState(snapshot);
    operator.open();
    operator.setProcessingTime(time);
  }
}
