package io.xunbao.flinkjobs.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.testing.Seeded;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardEventsTest {
  private static final long START = Instant.parse("2026-11-24T10:00:00Z").toEpochMilli();
  private static final BehaviourSettings SETTINGS = BehaviourSettings.defaults(Path.of("unused"));
  private static final long MEMORY = SETTINGS.memory().toMillis();

  private KeyedBroadcastOperatorTestHarness<String, CheckedEvent, RateLimit, BehaviourEvent>
      operator = harness();

  @BeforeEach
  void open() throws Exception {
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  private static KeyedBroadcastOperatorTestHarness<String, CheckedEvent, RateLimit, BehaviourEvent>
      harness() {
    try {
      return new KeyedBroadcastOperatorTestHarness<>(
          new CoBroadcastWithKeyedOperator<>(
              new GuardEvents(SETTINGS), List.of(GuardEvents.LIMITS)),
          CheckedEvent::user,
          Types.STRING,
          1,
          1,
          0);
    } catch (Exception e) {
      throw new IllegalStateException("the harness cannot be made", e);
    }
  }

  private static CheckedEvent event(String id, String user, EventType type, long at) {
    return new CheckedEvent(
        BehaviourEvent.of(id, user, type, "p-" + id, Instant.ofEpochMilli(at)), "t", 0, 5, at);
  }

  private void send(String id, String user, long at) throws Exception {
    operator.processElement(event(id, user, EventType.CLICK, at), at);
  }

  private List<BehaviourEvent> accepted() {
    return new ArrayList<>(operator.extractOutputValues());
  }

  private int entries() {
    CoBroadcastWithKeyedOperator<?, ?, ?, ?> inner =
        (CoBroadcastWithKeyedOperator<?, ?, ?, ?>) operator.getOperator();
    return ((HeapKeyedStateBackend<?>) inner.getKeyedStateBackend()).numKeyValueStateEntries();
  }

  private <T> Collection<T> side(OutputTag<T> tag) {
    Queue<org.apache.flink.streaming.runtime.streamrecord.StreamRecord<T>> records =
        operator.getSideOutput(tag);
    return records == null
        ? List.of()
        : records.stream()
            .map(org.apache.flink.streaming.runtime.streamrecord.StreamRecord::getValue)
            .toList();
  }

  @Test
  void process_sameIdTwice_isAcceptedOnce() throws Exception {
    send("a", "u~1", START);
    send("a", "u~1", START + 10);
    assertThat(accepted()).hasSize(1);
    assertThat(side(BehaviourJob.DUPLICATES)).hasSize(1);
  }

  @Test
  void process_sameIdOfAnotherShopper_isAnotherEvent() throws Exception {
    send("a", "u~1", START);
    send("a", "u~2", START);
    assertThat(accepted()).hasSize(2);
  }

  @Test
  void process_sameIdAfterACrash_isStillADuplicate() throws Exception {
    send("a", "u~1", START);
    OperatorSubtaskState snapshot = operator.snapshot(1, 1);
    operator.close();
    operator = harness();
    operator.initializeState(snapshot);
    operator.open();
    send("a", "u~1", START);
    assertThat(accepted()).isEmpty();
    assertThat(side(BehaviourJob.DUPLICATES)).hasSize(1);
  }

  @Test
  void process_olderThanTheMemory_isRefusedAndNeverCountedTwice() throws Exception {
    send("a", "u~1", START);
    operator.watermark(START + MEMORY + 1);
    send("a", "u~1", START);
    assertThat(accepted()).hasSize(1);
    assertThat(side(BehaviourJob.REJECTED))
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.rule()).isEqualTo("clock.late");
              assertThat(rejected.value()).isEqualTo("2026-11-24T10:00:00Z");
              assertThat(rejected.offset()).isEqualTo(5);
              assertThat(rejected.record()).contains("\"id\":\"a\"");
            });
  }

  @Test
  void process_forgottenIdAfterACrash_isRefusedAndNotCountedAgain() throws Exception {
    send("a", "u~1", START);
    operator.watermark(START + MEMORY + Duration.ofMinutes(2).toMillis());
    OperatorSubtaskState snapshot = operator.snapshot(1, 1);
    operator.close();
    operator = harness();
    operator.initializeState(snapshot);
    operator.open();
    send("a", "u~1", START); // before any watermark has come
    assertThat(accepted()).isEmpty();
    assertThat(side(BehaviourJob.REJECTED))
        .extracting(RejectedEvent::rule)
        .containsExactly("clock.late");
  }

  @Test
  void process_lateWithinTheMemory_isAccepted() throws Exception {
    operator.watermark(START + Duration.ofHours(3).toMillis());
    send("a", "u~1", START);
    assertThat(accepted()).hasSize(1);
  }

  @Test
  void process_timePasses_forgetsEverything() throws Exception {
    for (int i = 0; i < 50; i++) {
      send("e" + i, "u~" + i % 7, START + 1000L * i);
    }
    assertThat(entries()).isPositive();
    operator.watermark(START + 2 * MEMORY);
    assertThat(entries()).isZero();
    assertThat(operator.numEventTimeTimers()).isZero();
  }

  @Test
  void process_pauseWithinAVisit_keepsItsNameAndThenTellsOfIt() throws Exception {
    send("a", "u~1", START);
    send("b", "u~1", START + Duration.ofMinutes(29).toMillis());
    operator.processElement(
        event("c", "u~1", EventType.BUY, START + Duration.ofMinutes(50).toMillis()), 0);
    send("d", "u~1", START + Duration.ofMinutes(90).toMillis());
    List<BehaviourEvent> events = accepted();
    assertThat(events.subList(0, 3))
        .extracting(BehaviourEvent::session)
        .containsOnly(events.get(0).session());
    assertThat(events.get(3).session()).isNotNull().isNotEqualTo(events.get(0).session());
    operator.watermark(START + Duration.ofHours(5).toMillis());
    assertThat(side(BehaviourJob.VISITS)).extracting(Visit::events).containsExactly(3, 1);
    assertThat(side(BehaviourJob.VISITS)).extracting(Visit::buys).containsExactly(1, 0);
  }

  @Test
  void process_learnedLimit_turnsTheFastOneAway() throws Exception {
    operator.processBroadcastElement(new RateLimit(START, 100, 0, 0, 3), START);
    operator.processBroadcastElement(new RateLimit(START - 60_000, 100, 0, 0, 100), START);
    for (int i = 0; i < 5; i++) {
      send("e" + i, "u~1", START + 100L * i * i);
    }
    assertThat(accepted()).hasSize(3);
    assertThat(side(BehaviourJob.REJECTED))
        .extracting(RejectedEvent::rule)
        .containsOnly("bot.rate");
  }

  /** Nothing is lost and nothing counted twice, whatever comes in whatever order. */
  @Seeded
  @Test
  void process_anyEvents_balance(RandomGenerator random) throws Exception {
    Set<String> ids = new HashSet<>();
    int in = 2_000;
    for (int i = 0; i < in; i++) {
      String id = "e" + random.nextInt(1_500);
      String user = "u~" + id.hashCode() % 20;
      long at = START + random.nextLong(Duration.ofHours(40).toMillis());
      ids.add(id);
      operator.processElement(event(id, user, EventType.VIEW, at), at);
      if (i % 100 == 0) {
        operator.watermark(START + random.nextLong(Duration.ofHours(40).toMillis()));
      }
    }
    int rejected = side(BehaviourJob.REJECTED).size();
    int duplicates = side(BehaviourJob.DUPLICATES).size();
    assertThat(accepted().size() + duplicates + rejected).isEqualTo(in);
    assertThat(accepted()).extracting(BehaviourEvent::id).isSubsetOf(ids);
  }
}
