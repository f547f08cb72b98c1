package io.xunbao.ranker.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.ml.lightgbm.PredictionType;
import io.xunbao.testing.Seeded;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

@Seeded
class TreeShapTest {
  private static final int COLUMNS = TrainedTrees.COLUMNS;

  @Test
  void contributions_anyRow_addUpToTheScoreAndEqualLightGbms(RandomGenerator random)
      throws Exception {
    double[] rows = TrainedTrees.rows(random, TrainedTrees.ROWS);
    String model = TrainedTrees.lightGbm(rows, 15, "num_leaves=20");
    TreeEnsemble ensemble = LightGbmText.parse(model);
    double[] unseen = TrainedTrees.rows(random, 40);
    double[] expected = TrainedTrees.predicted(model, unseen, PredictionType.C_API_PREDICT_CONTRIB);
    for (int row = 0; row < 40; row++) {
      double[] one = Arrays.copyOfRange(unseen, row * COLUMNS, (row + 1) * COLUMNS);
      double[] contributions = new TreeShap(ensemble).contributions(one);
      assertThat(Arrays.stream(contributions).sum()).isCloseTo(ensemble.walk(one), within(1e-9));
      for (int i = 0; i <= COLUMNS; i++) {
        assertThat(contributions[i]).isCloseTo(expected[row * (COLUMNS + 1) + i], within(1e-6));
      }
    }
  }

  @Test
  void contributions_xgboost_addUpToTheScore(RandomGenerator random) throws Exception {
    double[] rows = TrainedTrees.rows(random, TrainedTrees.ROWS);
    TreeEnsemble ensemble =
        XgboostJson.parse(TrainedTrees.json(TrainedTrees.xgboost(rows, 10, 12)));
    for (int row = 0; row < 40; row++) {
      double[] one = Arrays.copyOfRange(rows, row * COLUMNS, (row + 1) * COLUMNS);
      assertThat(Arrays.stream(new TreeShap(ensemble).contributions(one)).sum())
          .isCloseTo(ensemble.walk(one), within(1e-4));
    }
  }
}
