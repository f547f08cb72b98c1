package io.xunbao.ranker.train;

import io.xunbao.ranker.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows with mean 0 and deviation 1 in every column, missing values at the mean.
 *
 * @param values row after row
 */
record Standardised(double[] values, List<Double> means, List<Double> deviations) {

  static Standardised of(FeatureMatrix matrix) {
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    double[] values = new double[matrix.values().length];
    for (int column = 0; column < matrix.columns(); column++) {
      double mean = mean(matrix, column);
      double deviation = deviation(matrix, column, mean);
      means.add(mean);
      deviations.add(deviation);
      for (int row = 0; row < matrix.rows(); row++) {
        double value = matrix.get(row, column);
        values[row * matrix.columns() + column] =
            Double.isNaN(value) ? 0 : (value - mean) / deviation;
      }
    }
    return new Standardised(values, List.copyOf(means), List.copyOf(deviations));
  }

  private static double mean(FeatureMatrix matrix, int column) {
    double sum = 0;
    int known = 0;
    for (int row = 0; row < matrix.rows(); row++) {
      double value = matrix.get(row, column);
      if (!Double.isNaN(value)) {
        sum += value;
        known++;
      }
    }
    return known == 0 ? 0 : sum / known;
  }

  /** 1 for a column that never varies, so that it can be divided by. */
  private static double deviation(FeatureMatrix matrix, int column, double mean) {
    double sum = 0;
    int known = 0;
    for (int row = 0; row < matrix.rows(); row++) {
      double value = matrix.get(row, column);
      if (!Double.isNaN(value)) {
        sum += (value - mean) * (value - mean);
        known++;
      }
    }
    double deviation = known == 0 ? 0 : Math.sqrt(sum / known);
    return deviation > 1e-9 ? deviation : 1;
  }
}
