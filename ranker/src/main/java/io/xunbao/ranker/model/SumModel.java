package io.xunbao.ranker.model;

import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.feature.FeatureSchema;
import io.xunbao.ranker.feature.FeatureVector;

/** Two models over the same features whose scores, and so whose contributions, add up. */
public record SumModel(Model first, Model second) implements Model {
  public SumModel {
    first.requireSchema(second.schema());
  }

  @Override
  public FeatureSchema schema() {
    return first.schema();
  }

  @Override
  public double[] score(FeatureMatrix rows) {
    return sum(first.score(rows), second.score(rows));
  }

  @Override
  public double[] contributions(FeatureVector row) {
    return sum(first.contributions(row), second.contributions(row));
  }

  private static double[] sum(double[] left, double[] right) {
    double[] sum = new double[left.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = left[i] + right[i];
    }
    return sum;
  }
}
