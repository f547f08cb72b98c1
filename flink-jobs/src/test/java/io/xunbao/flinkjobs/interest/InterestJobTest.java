package io.xunbao.flinkjobs.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;

class InterestJobTest {
  private static List<String> owners(Map<String, String> attributes, String product) {
    BehaviourEvent event =
        new BehaviourEvent(
            "e",
            "u~1",
            null,
            EventType.SEARCH,
            product,
            null,
            null,
            null,
            null,
            Instant.EPOCH,
            attributes);
    List<Signal> signals = new ArrayList<>();
    new InterestJob.Signals().flatMap(event, new ListCollector<>(signals));
    return signals.stream().map(Signal::owner).toList();
  }

  @Test
  void signals_event_countsForShopperAndAll() {
    assertThat(owners(Map.of(), "p")).containsExactly("u~1", "group:all");
  }

  @Test
  void signals_eventOfASegment_countsForItToo() {
    assertThat(owners(Map.of("segment", "mothers"), "p")).contains("group:mothers");
  }

  @Test
  void signals_eventWithoutProduct_countsForNobody() {
    assertThat(owners(Map.of(), null)).isEmpty();
  }
}
