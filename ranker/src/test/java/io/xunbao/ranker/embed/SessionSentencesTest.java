package io.xunbao.ranker.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionSentencesTest {
  private static final Map<String, List<String>> TITLES =
      Map.of("p1", List.of("red", "dress"), "p2", List.of("blue", "dress"));
  private final SessionSentences sentences =
      new SessionSentences(
          query -> List.of(query.split(" ")), id -> TITLES.getOrDefault(id, List.of()));

  @Test
  void of_searchAndClicks_isOneSentenceInTheirOrder() {
    List<BehaviourEvent> events =
        new ArrayList<>(
            List.of(
                event("u", "s", EventType.SEARCH, null, "evening gown", 0),
                event("u", "s", EventType.IMPRESSION, "p2", "evening gown", 1),
                event("u", "s", EventType.CLICK, "p1", "evening gown", 2),
                event("u", "s", EventType.BUY, "p1", null, 9_000)));
    Collections.reverse(events);
    assertThat(sentences.of(events)).containsExactly(List.of("evening", "gown", "red", "dress"));
  }

  @Test
  void of_noSessionNamed_cutsWhereTheShopperPaused() {
    assertThat(
            sentences.of(
                List.of(
                    event("u", null, EventType.VIEW, "p1", null, 0),
                    event("v", null, EventType.VIEW, "p2", null, 10),
                    event("u", null, EventType.VIEW, "p2", null, 1_000),
                    event("u", null, EventType.VIEW, "p1", null, 2_801))))
        .containsExactly(
            List.of("red", "dress", "blue", "dress"),
            List.of("blue", "dress"),
            List.of("red", "dress"));
  }

  @Test
  void of_unknownProductAlone_saysNothing() {
    assertThat(sentences.of(List.of(event("u", "s", EventType.VIEW, "gone", null, 0)))).isEmpty();
  }

  private static BehaviourEvent event(
      String user,
      @Nullable String session,
      EventType type,
      @Nullable String product,
      @Nullable String query,
      int second) {
    return new BehaviourEvent(
        "e" + second + user,
        user,
        session,
        type,
        product,
        query,
        null,
        null,
        null,
        Instant.ofEpochSecond(second),
        Map.of());
  }
}
