package io.xunbao.ranker.eval.logged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.feedback.Impression;
import io.xunbao.ranker.feedback.Impression.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClickLogTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void of_impressionsAndEvents_joinsByListProductAndShopper() {
    ClickLog log =
        ClickLog.of(
            List.of(shown("i1", "u1", 1), shown("i2", "u2", 11)),
            List.of(
                click("e1", "u1", "i1", "b"),
                click("e2", "u1", "i1", "b"),
                click("e3", "u2", "i1", "a"),
                click("e4", "u1", "i1", "elsewhere"),
                click("e5", "u1", "nowhere", "a")),
            EventType.CLICK);
    assertThat(log.lists()).hasSize(1);
    assertThat(log.lists().getFirst().places())
        .containsExactly(
            new ClickedList.Place("a", 1, false), new ClickedList.Place("b", 0.5, true));
    assertThat(log.continued()).isEqualTo(1);
    assertThat(log.astray()).isEqualTo(3);
  }

  @Test
  void of_sameImpressionTwice_isRefused() {
    List<Impression> twice = List.of(shown("i1", "u1", 1), shown("i1", "u1", 1));
    assertThatThrownBy(() -> ClickLog.of(twice, List.of(), EventType.CLICK))
        .hasMessageContaining("got i1 twice");
  }

  @Test
  void table_logWithVaryingPlaces_intervalsHoldTheExamination() {
    LoggedPropensities found =
        new LoggedPropensities(SimulatedShop.log(8_000, new SplittableRandom(3)), 4);
    int held = 0;
    for (LoggedPropensities.Position at : found.table(5)) {
      double truth = SimulatedShop.SHOPPERS.examination(at.position() - 1);
      held += at.em().low() - 1e-9 <= truth && truth <= at.em().high() + 1e-9 ? 1 : 0;
      held += at.harvested().low() - 1e-9 <= truth && truth <= at.harvested().high() + 1e-9 ? 1 : 0;
      assertThat(at.logged()).isCloseTo(truth, within(1e-9));
    }
    assertThat(held).isGreaterThanOrEqualTo(7);
    assertThat(found.eta(found.byHarvesting())).isCloseTo(1, within(0.15));
  }

  private static Impression shown(String id, String user, int from) {
    return new Impression(
        id,
        user,
        "q",
        "q",
        NOW,
        "1/1",
        "bm25",
        null,
        null,
        null,
        null,
        List.of(),
        List.of(
            new Shown("b", from + 1, 0.5, new double[0]), new Shown("a", from, 1, new double[0])));
  }

  private static BehaviourEvent click(String id, String user, String impression, String product) {
    return new BehaviourEvent(
        id, user, null, EventType.CLICK, product, null, impression, null, null, NOW, Map.of());
  }
}
