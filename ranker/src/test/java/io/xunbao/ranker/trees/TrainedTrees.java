package io.xunbao.ranker.trees;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.xunbao.ranker.train.NativeLightGbm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Trains small models with the real libraries, so that tests can hold our reading against theirs.
 */
final class TrainedTrees {
  static final int ROWS = 1500;
  static final int COLUMNS = 8;

  private TrainedTrees() {}

  /** Values of many kinds: floats, doubles, small integers, zeros, missing, huge. */
  static double[] rows(RandomGenerator random, int rows) {
    double[] values = new double[rows * COLUMNS];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (i % COLUMNS) {
            case 0 -> random.nextInt(12);
            case 1 -> random.nextDouble() < 0.4 ? 0 : random.nextGaussian();
            case 2 -> (float) random.nextGaussian();
            case 3 -> random.nextGaussian() * 1e30;
            case 4 -> random.nextInt(100) / 100.0;
            default -> random.nextGaussian();
          };
      if (random.nextDouble() < 0.15) {
        values[i] = Double.NaN;
      }
    }
    return values;
  }

  private static float[] labels(double[] values, int rows) {
    float[] labels = new float[rows];
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int column = 0; column < COLUMNS; column++) {
        double value = values[row * COLUMNS + column];
        sum += Double.isNaN(value) ? 0.5 : Math.tanh(value) * ((column * 7 + row % 3) % 5 - 2);
      }
      labels[row] = (float) Math.max(0, Math.min(3, Math.round(sum / 2 + 1)));
    }
    return labels;
  }

  static String lightGbm(double[] values, int rounds, String parameters) throws LGBMException {
    NativeLightGbm.load();
    int rows = values.length / COLUMNS;
    int[] groups = new int[rows / 15];
    Arrays.fill(groups, 15);
    try (LGBMDataset data =
        LGBMDataset.createFromMat(values, rows, COLUMNS, true, parameters, null)) {
      data.setField("label", labels(values, rows));
      data.setField("group", groups);
      try (LGBMBooster booster =
          LGBMBooster.create(
              data, "objective=lambdarank verbosity=-1 num_threads=1 " + parameters)) {
        for (int i = 0; i < rounds; i++) {
          booster.updateOneIter();
        }
        return booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
      }
    }
  }

  static double[] predicted(String model, double[] values, PredictionType type)
      throws LGBMException {
    try (LGBMBooster booster = LGBMBooster.loadModelFromString(model)) {
      return booster.predictForMat(values, values.length / COLUMNS, COLUMNS, true, type);
    }
  }

  static Booster xgboost(double[] values, int rounds, int leaves) throws XGBoostError {
    int rows = values.length / COLUMNS;
    DMatrix data = matrix(values);
    data.setLabel(labels(values, rows));
    int[] groups = new int[rows / 15];
    Arrays.fill(groups, 15);
    data.setGroup(groups);
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
            leaves,
            "nthread",
            1,
            "verbosity",
            0);
    return XGBoost.train(data, parameters, rounds, Map.of(), null, null);
  }

  static DMatrix matrix(double[] values) throws XGBoostError {
    float[] narrowed = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrowed[i] = (float) values[i];
    }
    return new DMatrix(narrowed, values.length / COLUMNS, COLUMNS, Float.NaN);
  }

  static String json(Booster booster) throws XGBoostError, IOException {
    return new String(booster.toByteArray("json"), StandardCharsets.UTF_8);
  }
}
