package io.xunbao.ranker.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.feedback.EventType;
import io.xunbao.testing.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class InterestVectorTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private record Event(float[] vector, float weight, Instant at) {}

  @Test
  void plus_oneHalfLifeLater_halvesWhatWasThere() {
    InterestVector vector =
        InterestVector.none(2, HOUR)
            .plus(new float[] {1, 0}, 2, START)
            .plus(new float[] {0, 1}, 1, START.plus(HOUR));
    assertThat(vector.sum()).containsExactly(1, 1);
    assertThat(vector.strength(START.plus(HOUR).plus(HOUR)))
        .isCloseTo(Math.sqrt(2) / 2, within(1e-6));
  }

  @Seeded
  @Test
  void plus_anyOrder_givesTheSameSum(RandomGenerator random) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      events.add(
          new Event(
              new float[] {random.nextFloat(), random.nextFloat()},
              random.nextFloat(),
              START.plusSeconds(random.nextInt(20_000))));
    }
    float[] forward = sum(events);
    assertThat(sum(events.reversed())).containsExactly(forward, within(1e-4f));
  }

  private static float[] sum(List<Event> events) {
    InterestVector vector = InterestVector.none(2, HOUR);
    for (Event event : events) {
      vector = vector.plus(event.vector(), event.weight(), event.at());
    }
    return vector.sum();
  }

  @Test
  void userInterests_oldVisit_fadesFromShortTermFirst() {
    EventWeights weights = EventWeights.defaults();
    UserInterests interests =
        UserInterests.none(2)
            .plus(EventType.BUY, new float[] {1, 0}, START, weights)
            .plus(EventType.VIEW, new float[] {0, 1}, START.plus(Duration.ofDays(1)), weights);
    assertThat(interests.shortTerm().direction()[1]).isGreaterThan(0.99f);
    assertThat(interests.longTerm().direction()[0]).isGreaterThan(0.9f);
  }

  @Test
  void userInterests_eventThatSaysNothing_changesNothing() {
    UserInterests none = UserInterests.none(2);
    assertThat(none.plus(EventType.IMPRESSION, new float[] {1, 0}, START, EventWeights.defaults()))
        .isSameAs(none);
  }

  @Test
  void plus_otherWidth_isRefused() {
    assertThatThrownBy(() -> InterestVector.none(2, HOUR).plus(new float[3], 1, START))
        .hasMessageContaining("must have 2 numbers, got 3");
    assertThatThrownBy(() -> InterestVector.none(2, Duration.ZERO)).hasMessageContaining("> 0");
  }
}
