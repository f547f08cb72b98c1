package io.xunbao.ranker.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.testing.Seeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final double LOG2_3 = Math.log(3) / Math.log(2);
  private static final Judgements JUDGED =
      new Judgements(Map.of("exact", 3, "close", 2, "related", 1, "wrong", 0));

  @Test
  void ndcg_handComputed_matches() {
    double ideal = 7 + 3 / LOG2_3 + 1 / 2.0;
    assertThat(value(Metrics.ndcg(10), "close", "exact"))
        .isCloseTo((3 + 7 / LOG2_3) / ideal, within(1e-12));
    assertThat(value(Metrics.ndcg(10), "exact", "close", "related")).isCloseTo(1, within(1e-12));
    assertThat(value(Metrics.ndcg(1), "close", "exact")).isCloseTo(3.0 / 7, within(1e-12));
  }

  @Test
  void ndcg_unjudgedDocument_takesAPlaceWithoutGain() {
    double ideal = 7 + 3 / LOG2_3 + 1 / 2.0;
    assertThat(value(Metrics.ndcg(10), "unknown", "exact"))
        .isCloseTo(7 / LOG2_3 / ideal, within(1e-12));
    assertThat(value(Metrics.condensedNdcg(10), "unknown", "exact"))
        .isCloseTo(7 / ideal, within(1e-12));
  }

  @Test
  void ndcg_noGainAtAll_isUndefined() {
    Judgements nothing = new Judgements(Map.of("a", 0));
    assertThat(Metrics.ndcg(10).of(List.of("a"), nothing)).isEmpty();
    assertThat(Metrics.ndcgUpperBound(10, 3).of(List.of("b"), nothing)).isEmpty();
  }

  @Test
  void reciprocalRank_gradeOne_isNotRelevant() {
    assertThat(value(Metrics.reciprocalRank(10), "related", "close")).isEqualTo(0.5);
    assertThat(value(Metrics.reciprocalRank(1), "related", "close")).isZero();
  }

  @Test
  void precision_shortRanking_emptyPlacesCountAgainstIt() {
    assertThat(value(Metrics.precision(10), "exact", "related", "close")).isEqualTo(0.2);
  }

  @Test
  void recall_noRelevantDocument_isUndefined() {
    assertThat(value(Metrics.recall(100), "close")).isEqualTo(0.5);
    assertThat(Metrics.recall(100).of(List.of("a"), new Judgements(Map.of("a", 1)))).isEmpty();
  }

  @Test
  void judged_emptyRanking_isZero() {
    assertThat(value(Metrics.judged(10))).isZero();
    assertThat(value(Metrics.judged(10), "wrong", "unknown")).isEqualTo(0.5);
  }

  @Test
  void expectedReciprocalRank_handComputed_matches() {
    double first = 7.0 / 8;
    double second = 3.0 / 8;
    assertThat(value(Metrics.expectedReciprocalRank(10, 3), "exact", "close"))
        .isCloseTo(first + (1 - first) * second / 2, within(1e-12));
  }

  @Test
  @Seeded
  void everyMetric_anyRanking_staysBetweenZeroAndOne(RandomGenerator random) {
    List<Metric> metrics = new ArrayList<>(Metrics.standard());
    metrics.add(Metrics.ndcgUpperBound(10, 3));
    metrics.add(Metrics.expectedReciprocalRank(10, 3));
    for (int round = 0; round < 500; round++) {
      Judgements judged = randomJudgements(random);
      List<String> ranking = randomRanking(random);
      for (Metric metric : metrics) {
        assertThat(metric.of(ranking, judged).orElse(0)).as(metric.name()).isBetween(0.0, 1 + 1e-9);
      }
    }
  }

  @Test
  @Seeded
  void ndcgUpperBound_anyRanking_isNotBelowNdcg(RandomGenerator random) {
    for (int round = 0; round < 500; round++) {
      Judgements judged = randomJudgements(random);
      List<String> ranking = randomRanking(random);
      assertThat(Metrics.ndcgUpperBound(10, 3).of(ranking, judged).orElse(0))
          .isGreaterThanOrEqualTo(Metrics.ndcg(10).of(ranking, judged).orElse(0) - 1e-9);
    }
  }

  @Test
  void judgements_negativeGrade_isRefusedWithTheRule() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Judgements(Map.of("a", -1)))
        .withMessage("grade must be in 0..30, got -1 for a");
  }

  private static double value(Metric metric, String... ranking) {
    return metric.of(List.of(ranking), JUDGED).orElseThrow();
  }

  private static Judgements randomJudgements(RandomGenerator random) {
    Map<String, Integer> grades = new HashMap<>();
    for (int i = 0; i < random.nextInt(1, 30); i++) {
      grades.put("d" + random.nextInt(40), random.nextInt(4));
    }
    return new Judgements(grades);
  }

  private static List<String> randomRanking(RandomGenerator random) {
    return random.ints(random.nextInt(30), 0, 40).distinct().mapToObj(i -> "d" + i).toList();
  }
}
