package io.xunbao.ranker.model;

import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.feature.FeatureSchema;
import io.xunbao.ranker.feature.FeatureVector;
import java.util.List;

/**
 * A weighted sum of standardised features: the baseline that trees have to beat. A missing value
 * counts as the training rows' mean, which adds nothing.
 *
 * @param means mean of each feature over the training rows that have it
 * @param deviations its standard deviation, positive
 * @param weights what one standard deviation adds to the score
 */
public record LinearModel(
    FeatureSchema schema, List<Double> means, List<Double> deviations, List<Double> weights)
    implements Model {
  public LinearModel {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    weights = List.copyOf(weights);
    if (means.size() != schema.size()
        || deviations.size() != schema.size()
        || weights.size() != schema.size()) {
      throw new IllegalArgumentException(
          "means, deviations and weights must have the schema's " + schema.size() + " features");
    }
    for (int i = 0; i < schema.size(); i++) {
      if (!Double.isFinite(means.get(i))
          || !Double.isFinite(weights.get(i))
          || !(deviations.get(i) > 0)) {
        throw new IllegalArgumentException(
            "means and weights must be finite and deviations > 0, got "
                + (means.get(i) + ", " + weights.get(i) + ", " + deviations.get(i))
                + (" for " + schema.names().get(i)));
      }
    }
  }

  @Override
  public double[] score(FeatureMatrix rows) {
    requireSchema(rows.schema());
    double[] scores = new double[rows.rows()];
    for (int row = 0; row < scores.length; row++) {
      for (int column = 0; column < rows.columns(); column++) {
        scores[row] += part(column, rows.get(row, column));
      }
    }
    return scores;
  }

  @Override
  public double[] contributions(FeatureVector row) {
    requireSchema(row.schema());
    double[] parts = new double[schema.size() + 1];
    for (int column = 0; column < schema.size(); column++) {
      parts[column] = part(column, row.values()[column]);
    }
    return parts;
  }

  private double part(int column, double value) {
    return Double.isNaN(value)
        ? 0
        : weights.get(column) * (value - means.get(column)) / deviations.get(column);
  }
}
