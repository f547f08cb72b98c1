package io.xunbao.benchmarks.ranking;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.xunbao.ranker.train.NativeLightGbm;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Rows drawn from a seed, and tree ensembles that both libraries train on them. */
final class Forests {
  static final int FEATURES = 50;
  static final int LEAVES = 31;
  private static final int TRAINING_ROWS = 30_000;
  private static final int GROUP = 30;

  private Forests() {}

  /** Rows of single-precision values, one in ten missing, row after row. */
  static double[] rows(long seed, int rows) {
    RandomGenerator random = new SplittableRandom(seed);
    double[] values = new double[rows * FEATURES];
    for (int i = 0; i < values.length; i++) {
      double drawn = i % 3 == 0 ? random.nextInt(20) : (float) random.nextGaussian();
      values[i] = random.nextInt(10) == 0 ? Double.NaN : drawn;
    }
    return values;
  }

  static float[] narrowed(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static float[] labels(double[] values) {
    RandomGenerator random = new SplittableRandom(7);
    float[] labels = new float[values.length / FEATURES];
    for (int row = 0; row < labels.length; row++) {
      double sum = random.nextGaussian();
      for (int column = 0; column < FEATURES; column++) {
        double value = values[row * FEATURES + column];
        sum += Double.isNaN(value) ? 0.3 : Math.tanh(value) * ((column * 7) % 5 - 2) / 4;
      }
      labels[row] = (float) Math.max(0, Math.min(3, Math.round(sum / 2 + 1)));
    }
    return labels;
  }

  private static int[] groups() {
    int[] groups = new int[TRAINING_ROWS / GROUP];
    Arrays.fill(groups, GROUP);
    return groups;
  }

  /** The text of a LightGBM model. */
  static String lightGbm(int trees) throws LGBMException {
    double[] values = rows(1, TRAINING_ROWS);
    String parameters =
        "objective=lambdarank verbosity=-1 num_threads=1 learning_rate=0.05 num_leaves=" + LEAVES;
    NativeLightGbm.load();
    try (LGBMDataset data =
        LGBMDataset.createFromMat(values, TRAINING_ROWS, FEATURES, true, parameters, null)) {
      data.setField("label", labels(values));
      data.setField("group", groups());
      try (LGBMBooster booster = LGBMBooster.create(data, parameters)) {
        for (int i = 0; i < trees; i++) {
          booster.updateOneIter();
        }
        return booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
      }
    }
  }

  /** An XGBoost model. */
  static Booster xgboost(int trees) throws XGBoostError {
    double[] values = rows(1, TRAINING_ROWS);
    DMatrix data = new DMatrix(narrowed(values), TRAINING_ROWS, FEATURES, Float.NaN);
    data.setLabel(labels(values));
    data.setGroup(groups());
    Map<String, Object> parameters =
        Map.of(
            "objective",
            "rank:ndcg",
            "tree_method",
            "hist",
            "grow_policy",
            "lossguide",
            "max_depth",
            0,
            "max_leaves",
            LEAVES,
            "eta",
            0.05,
            "nthread",
            1,
            "verbosity",
            0);
    return XGBoost.train(data, parameters, trees, Map.of(), null, null);
  }
}
