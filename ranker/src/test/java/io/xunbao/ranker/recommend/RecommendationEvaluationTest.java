package io.xunbao.ranker.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.ranker.blas.PlainBlas;
import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.interest.BlendPart;
import io.xunbao.ranker.interest.Blends;
import io.xunbao.ranker.interest.Blends.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecommendationEvaluationTest {
  private static final Instant FIRST = Instant.parse("2026-11-20T00:00:00Z");

  @Test
  void nextItem_shoppersWhoComeBack_areFoundByTheBlend() {
    NextItemEvaluation.Result result =
        new NextItemEvaluation(ZoneOffset.UTC, new PlainBlas()).evaluate(returningShoppers());
    assertThat(result.heldOut()).isEqualTo(LocalDate.of(2026, 11, 23));
    EvaluationTable headline = result.tables().getFirst();
    assertThat(headline.cases()).isEqualTo(12);
    assertThat(headline.ours().hitRate(20)).isEqualTo(1);
    assertThat(headline.ours().hitRate(20))
        .isGreaterThanOrEqualTo(headline.bestBaseline().hitRate(20));
    assertThat(headline.served().orElseThrow().hitRate(20)).isEqualTo(1);
    assertThat(result.tables()).hasSize(4);
    assertThat(result.tables())
        .allSatisfy(table -> assertThat(table.results().getLast().method()).isEqualTo("served"));
  }

  @Test
  void served_seenAndNew_areTunedApart() {
    Blends blends = new BlendTraining(ProductFacts.NONE, ZoneOffset.UTC).train(returningShoppers());

    assertThat(blends.weights()).containsKeys(Kind.SEEN, Kind.NEW);
    assertThat(blends.weights().getOrDefault(Kind.SEEN, Map.of()).keySet())
        .containsAnyOf(BlendPart.REVISITS, BlendPart.REVISITS_SHORT);
    assertThat(blends.weights().getOrDefault(Kind.NEW, Map.of()).keySet())
        .doesNotContain(BlendPart.REVISITS, BlendPart.REVISITS_SHORT);
  }

  @Test
  void train_logOfOneDay_tunesNothing() {
    List<BehaviourEvent> one =
        returningShoppers().stream()
            .filter(event -> event.at().isBefore(FIRST.plus(Duration.ofDays(1))))
            .toList();

    assertThat(new BlendTraining(ProductFacts.NONE, ZoneOffset.UTC).train(one))
        .isEqualTo(Blends.NONE);
  }

  @Test
  void nextItem_lastDay_neverReachesTheModels() {
    List<BehaviourEvent> events = new ArrayList<>(returningShoppers());
    NextItemEvaluation evaluation = new NextItemEvaluation(ZoneOffset.UTC, new PlainBlas());
    Blend before = evaluation.evaluate(events).blend();
    events.replaceAll(
        event ->
            event.at().isBefore(FIRST.plus(Duration.ofDays(3)))
                ? event
                : BehaviourEvent.of(
                    event.id(),
                    event.user(),
                    EventType.BUY,
                    "strange-" + event.user(),
                    event.at()));
    Blend after = evaluation.evaluate(events).blend();
    assertThat(after.weights()).containsExactly(before.weights());
  }

  @Test
  void nextItem_itemsThatAreNewOnTheLastDay_areNoCandidates() {
    List<BehaviourEvent> events = new ArrayList<>();
    for (BehaviourEvent event : returningShoppers()) {
      boolean asked = !event.at().isBefore(FIRST.plus(Duration.ofDays(3)));
      events.add(asked ? view(event, "new-" + event.id()) : event);
    }
    for (EvaluationTable table :
        new NextItemEvaluation(ZoneOffset.UTC, new PlainBlas()).evaluate(events).tables()) {
      for (MethodResult method : table.results()) {
        assertThat(method.hitRate(Integer.MAX_VALUE))
            .as("%s, %s: the category of an item is known from its first event on", table, method)
            .isZero();
      }
    }
  }

  private static BehaviourEvent view(BehaviourEvent event, String product) {
    return new BehaviourEvent(
        event.id(),
        event.user(),
        null,
        EventType.VIEW,
        product,
        null,
        null,
        null,
        null,
        event.at(),
        event.attributes());
  }

  @Test
  void nextItem_twoDays_isRefused() {
    List<BehaviourEvent> two =
        returningShoppers().stream()
            .filter(event -> event.at().isBefore(FIRST.plus(Duration.ofDays(2))))
            .toList();
    assertThatThrownBy(() -> new NextItemEvaluation(ZoneOffset.UTC, new PlainBlas()).evaluate(two))
        .hasMessageContaining("three days or more are needed")
        .hasMessageContaining("got 2");
  }

  @Test
  void baskets_thatGoTogether_areFoundAbovePopularity() {
    BasketEvaluation evaluation =
        new BasketEvaluation(Shops.items(), Shops.texts(), new PlainBlas(), 5);
    EvaluationTable table = evaluation.crossValidate(Shops.baskets(150, 2));
    double popularity = table.results().getFirst().hitRate(10);
    assertThat(table.served().orElseThrow().hitRate(10)).isGreaterThan(0.98);
    assertThat(table.ours().hitRate(10)).isGreaterThan(0.98);
    assertThat(popularity).isLessThan(0.8);
    // Both find nearly all: the blend may lose a case or two of them, not more.
    assertThat(table.ours().difference(table.bestBaseline(), 10, 1).mean()).isGreaterThan(-0.01);
  }

  @Test
  void baskets_ofTheTest_neverReachTheModels() {
    BasketEvaluation evaluation =
        new BasketEvaluation(Shops.items(), Shops.texts(), new PlainBlas(), 5);
    List<int[]> train = Shops.baskets(100, 3);
    List<int[]> one = List.of(new int[] {1, 2});
    List<int[]> more = List.of(new int[] {1, 2}, new int[] {1, 15}, new int[] {2, 15});
    double alone = evaluation.evaluate(train, one).ours().ranks()[0];
    assertThat(evaluation.evaluate(train, more).ours().ranks()[0]).isEqualTo(alone);
    assertThat(evaluation.evaluate(train, more).served().orElseThrow().ranks()[0])
        .isEqualTo(evaluation.evaluate(train, one).served().orElseThrow().ranks()[0]);
  }

  /** Twelve shoppers over four days; each looks at two items of his own every day. */
  private static List<BehaviourEvent> returningShoppers() {
    SplittableRandom random = new SplittableRandom(3);
    List<BehaviourEvent> events = new ArrayList<>();
    for (int day = 0; day < 4; day++) {
      for (int user = 0; user < 12; user++) {
        for (int i = 0; i < 6; i++) {
          String product = i < 2 ? "own-" + user + "-" + i : "any-" + random.nextInt(200);
          Instant at = FIRST.plus(Duration.ofDays(day)).plusSeconds(user * 100L + i * 10);
          events.add(
              new BehaviourEvent(
                  "e" + events.size(),
                  "u" + user,
                  null,
                  EventType.VIEW,
                  product,
                  null,
                  null,
                  null,
                  null,
                  at,
                  Map.of("category", "c" + user % 3)));
        }
      }
    }
    return events;
  }
}
