package io.xunbao.ranker.trees;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.ml.lightgbm.PredictionType;
import io.xunbao.testing.Seeded;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import ml.dmlc.xgboost4j.java.Booster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our scores must be the trainers' own, to the last bit. */
@Seeded
class TreeScorerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "num_leaves=31",
        "num_leaves=4",
        "num_leaves=60 min_data_in_leaf=3",
        "num_leaves=120 min_data_in_leaf=2",
        "num_leaves=31 zero_as_missing=true",
        "num_leaves=31 use_missing=false",
        "num_leaves=31 max_bin=1000 min_data_in_bin=1",
        "num_leaves=31 categorical_feature=0 min_data_per_group=5 cat_smooth=1",
        "boosting=rf bagging_freq=1 bagging_fraction=0.5 num_leaves=31",
      })
  void score_lightGbm_equalsItsOwnPrediction(String parameters, RandomGenerator random)
      throws Exception {
    double[] rows = TrainedTrees.rows(random, TrainedTrees.ROWS);
    String model = TrainedTrees.lightGbm(rows, 30, parameters);
    TreeScorer scorer = new TreeScorer(LightGbmText.parse(model));
    double[] unseen = TrainedTrees.rows(random, 777);
    unseen[0] = 99;
    unseen[TrainedTrees.COLUMNS] = -3;
    unseen[2] = Double.POSITIVE_INFINITY;
    unseen[3] = Double.NEGATIVE_INFINITY;
    assertThat(scorer.isVectorised()).isEqualTo(!parameters.contains("120"));
    assertThat(scorer.score(unseen, 777))
        .isEqualTo(TrainedTrees.predicted(model, unseen, PredictionType.C_API_PREDICT_NORMAL));
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 5, 64, 100})
  void score_xgboost_equalsItsOwnPrediction(int leaves, RandomGenerator random) throws Exception {
    double[] rows = TrainedTrees.rows(random, TrainedTrees.ROWS);
    Booster booster = TrainedTrees.xgboost(rows, 30, leaves);
    TreeScorer scorer = new TreeScorer(XgboostJson.parse(TrainedTrees.json(booster)));
    double[] unseen = TrainedTrees.rows(random, 333);
    float[][] expected = booster.predict(TrainedTrees.matrix(unseen));
    double[] scores = scorer.score(unseen, 333);
    for (int row = 0; row < scores.length; row++) {
      assertThat((float) scores[row]).isEqualTo(expected[row][0]);
    }
  }

  @Test
  void score_valuesAtAndBesideThresholds_equalTheWalk(RandomGenerator random) throws Exception {
    double[] rows = TrainedTrees.rows(random, TrainedTrees.ROWS);
    TreeEnsemble ensemble = LightGbmText.parse(TrainedTrees.lightGbm(rows, 20, "num_leaves=31"));
    double[] thresholds =
        ensemble.trees().stream()
            .flatMap(tree -> tree.splits().stream())
            .mapToDouble(Split::threshold)
            .toArray();
    double[] edges = new double[500 * TrainedTrees.COLUMNS];
    for (int i = 0; i < edges.length; i++) {
      double threshold = thresholds[random.nextInt(thresholds.length)];
      edges[i] =
          switch (random.nextInt(5)) {
            case 0 -> threshold;
            case 1 -> Math.nextUp(threshold);
            case 2 -> Math.nextDown(threshold);
            case 3 -> (float) threshold;
            default -> Math.nextUp((float) threshold);
          };
    }
    double[] scores = new TreeScorer(ensemble).score(edges, 500);
    for (int row = 0; row < 500; row++) {
      int from = row * TrainedTrees.COLUMNS;
      double[] one = Arrays.copyOfRange(edges, from, from + TrainedTrees.COLUMNS);
      assertThat(scores[row]).isEqualTo(ensemble.walk(one));
    }
  }

  @Test
  void score_rowsInAnotherWindow_areTheSame(RandomGenerator random) throws Exception {
    double[] rows = TrainedTrees.rows(random, TrainedTrees.ROWS);
    TreeScorer scorer =
        new TreeScorer(LightGbmText.parse(TrainedTrees.lightGbm(rows, 10, "num_leaves=31")));
    double[] all = scorer.score(rows, TrainedTrees.ROWS);
    for (int window : new int[] {0, 1, 7, 31, 33}) {
      double[] part = Arrays.copyOf(rows, window * TrainedTrees.COLUMNS);
      assertThat(scorer.score(part, window)).isEqualTo(Arrays.copyOf(all, window));
    }
  }
}
