package io.xunbao.ranker.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.blas.PlainBlas;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.testing.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItemScorerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  static Stream<ItemScorer> all() {
    Methods baskets = Methods.forBaskets(Shops.data(), Shops.texts(), new PlainBlas());
    Methods events = Methods.forEvents(Shops.data(), new PlainBlas());
    return Stream.concat(
        Stream.concat(baskets.baselines().stream(), baskets.parts().stream()),
        events.parts().stream());
  }

  /** Popularity knows no history; revisits know nothing else. */
  static Stream<ItemScorer> learned() {
    return Methods.forBaskets(Shops.data(), Shops.texts(), new PlainBlas()).parts().stream()
        .filter(scorer -> !scorer.name().equals("popularity"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void score_anyHistory_isFiniteAndOneAnItem(ItemScorer scorer) {
    for (History history : List.of(History.basket(), History.basket(3), History.basket(3, 14))) {
      float[] scores = scorer.score(history);
      assertThat(scores).hasSize(Shops.ITEMS);
      for (float score : scores) {
        assertThat(Float.isFinite(score)).as(scorer.name()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("learned")
  void score_itemsThatGoTogether_beatTheOthers(ItemScorer scorer) {
    float[] scores = scorer.score(History.basket(1, 2));
    double own = 0;
    double other = 0;
    for (int i = 0; i < Shops.ITEMS; i++) {
      if (i != 1 && i != 2) {
        if (i < 10) {
          own += scores[i] / 8.0;
        } else {
          other += scores[i] / 10.0;
        }
      }
    }
    assertThat(own).as(scorer.name()).isGreaterThan(other);
  }

  @Test
  void revisits_newerAction_countsMoreByItsHalfLife() {
    Revisits revisits = new Revisits(Shops.items(), EventWeights.defaults(), Duration.ofHours(1));
    float[] scores =
        revisits.score(
            new History(
                List.of(
                    new Action(4, EventType.CART, NOW.minus(Duration.ofHours(2))),
                    new Action(5, EventType.VIEW, NOW)),
                NOW));
    assertThat(scores[4]).isCloseTo(0.75f, within(1e-6f));
    assertThat(scores[5]).isCloseTo(1f, within(1e-6f));
  }

  @Test
  void lastCategory_lastAction_decides() {
    float[] scores = new LastCategory(Shops.data()).score(History.basket(3, 14));
    assertThat(scores[3]).isZero();
    assertThat(scores[15]).isPositive();
  }

  @Seeded
  @Test
  void symmetricInverse_timesMatrix_isIdentity(RandomGenerator random) {
    int n = 12;
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i * n + j] = a[j * n + i] = i == j ? n + random.nextDouble() : random.nextDouble() - 0.5;
      }
    }
    double[] inverse = a.clone();
    SymmetricInverse.invert(inverse, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += a[i * n + k] * inverse[k * n + j];
        }
        assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-10));
      }
    }
    assertThatThrownBy(() -> SymmetricInverse.invert(new double[] {0}, 1))
        .hasMessageContaining("positive definite");
  }

  @Test
  void rank_equalScores_isTheMeanOfTheirRanks() {
    Case question = new Case("g", History.basket(0), Set.of(2), Set.of(0));
    assertThat(question.rank(new float[] {9, 0, 0, 0, 5})).isEqualTo(1 + 1 + 2 / 2.0);
    assertThat(question.rank(new float[] {9, 0, 7, 0, 5})).isEqualTo(1);
  }

  @Test
  void tune_onePartKnowsTheAnswers_getsTheWeight() {
    List<Case> cases =
        List.of(
            new Case("a", History.basket(1), Set.of(2), Set.of()),
            new Case("b", History.basket(2), Set.of(3), Set.of()));
    ItemScorer right = new Oracle("right", 1);
    ItemScorer wrong = new Oracle("wrong", 5);
    Blend blend = BlendTuner.tune("blend", List.of(wrong, right), cases, 1);
    assertThat(blend.weights()[1]).isGreaterThan(blend.weights()[0]);
    assertThat(MethodResult.of(blend, cases).hitRate(1)).isEqualTo(1);
  }

  /** Always says the item so many after the last one. */
  private record Oracle(String name, int step) implements ItemScorer {
    @Override
    public float[] score(History history) {
      float[] scores = new float[Shops.ITEMS];
      scores[history.actions().getLast().item() + step] = 3;
      return scores;
    }
  }

  @Test
  void interval_allCasesOfOneShopper_isDrawnWhole() {
    MethodResult result =
        new MethodResult("m", new double[] {1, 1, 99, 99}, List.of("a", "a", "b", "b"));
    assertThat(result.hitRate(20)).isEqualTo(0.5);
    assertThat(result.hitRateInterval(20, 1).low()).isEqualTo(0);
    assertThat(result.hitRateInterval(20, 1).high()).isEqualTo(1);
    assertThat(result.reciprocalRank(20)).isEqualTo(0.5);
  }
}
