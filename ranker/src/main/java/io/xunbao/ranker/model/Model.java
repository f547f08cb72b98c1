package io.xunbao.ranker.model;

import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.feature.FeatureSchema;

/** A ranking model: rows of features in, scores out. Safe for use by several threads. */
public interface Model {
  /** The columns that the model was trained on. */
  FeatureSchema schema();

  /**
   * Scores a window; a larger score ranks higher.
   *
   * @return one score a row
   * @throws IllegalArgumentException where the rows have another schema
   */
  double[] score(FeatureMatrix rows);
}
