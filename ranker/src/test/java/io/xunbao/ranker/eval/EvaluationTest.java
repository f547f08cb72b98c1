package io.xunbao.ranker.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.testing.Seeded;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final Qrels QRELS =
      new Qrels(
          Map.of(
              "answered", new Judgements(Map.of("a", 3)),
              "unanswered", new Judgements(Map.of("a", 3)),
              "hopeless", new Judgements(Map.of("a", 0)),
              "vague", new Judgements(Map.of("a", 1))));
  private static final Run RUN =
      new Run(
          Map.of(
              "answered", List.of(new Run.Scored("a", 1)),
              "vague", List.of(new Run.Scored("a", 1)),
              "never judged", List.of(new Run.Scored("a", 1))));

  @Test
  void of_queryWithoutAnswer_countsAsZeroAndQueryWithoutGainIsLeftOut() {
    Evaluation evaluation = Evaluation.of(QRELS, RUN, Metrics.standard());
    assertThat(evaluation.queries()).containsOnlyKeys("answered", "unanswered", "vague");
    assertThat(evaluation.mean("nDCG@10")).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(evaluation.only(Set.of("answered")).mean("nDCG@10")).isEqualTo(1);
  }

  @Test
  void mean_undefinedForAQuery_leavesItOut() {
    assertThat(Evaluation.of(QRELS, RUN, Metrics.standard()).mean("recall@100")).isEqualTo(0.5);
  }

  @Test
  void mean_unknownMetric_listsTheKnown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Evaluation.of(QRELS, RUN, List.of(Metrics.ndcg(10))).mean("ndcg"))
        .withMessage("metric must be one of nDCG@10, got ndcg");
  }

  @Test
  void comparison_sameRun_findsNothing() {
    Evaluation evaluation = Evaluation.of(QRELS, RUN, Metrics.standard());
    Comparison comparison = Comparison.of(evaluation, evaluation, "nDCG@10", 1);
    assertThat(comparison).isEqualTo(new Comparison("nDCG@10", 0, 0, 0, 1, 0, 3, 0));
  }

  @Test
  void comparison_otherQueries_isRefused() {
    Evaluation evaluation = Evaluation.of(QRELS, RUN, Metrics.standard());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Comparison.of(evaluation, evaluation.only(Set.of("vague")), "nDCG@10", 1));
  }

  @Test
  void comparison_clearDifference_isSignificantAndInsideItsInterval() {
    double[] differences = new double[40];
    Arrays.setAll(differences, i -> i % 4 == 0 ? -0.05 : 0.1);
    Comparison found = Comparison.of("m", differences, new SplittableRandom(7));
    assertThat(found.difference()).isCloseTo(0.0625, within(1e-12));
    assertThat(found.low()).isPositive().isLessThan(found.difference());
    assertThat(found.high()).isGreaterThan(found.difference());
    assertThat(found.p()).isLessThan(0.001);
    assertThat(new int[] {found.wins(), found.ties(), found.losses()}).containsExactly(30, 0, 10);
  }

  @Test
  void comparison_oneQuery_cannotBeSignificant() {
    assertThat(Comparison.of("m", new double[] {0.5}, new SplittableRandom(7)).p()).isEqualTo(1);
  }

  @Test
  @Seeded
  void comparison_noTrueDifference_isRarelySignificant(RandomGenerator random) {
    int significant = 0;
    for (int round = 0; round < 100; round++) {
      double[] noise = random.doubles(30, -1, 1).toArray();
      if (Comparison.of("m", noise, random).p() < 0.05) {
        significant++;
      }
    }
    // Binomial(100, 0.05) stays below 19 but for one run in a million.
    assertThat(significant).isLessThan(19);
  }
}
