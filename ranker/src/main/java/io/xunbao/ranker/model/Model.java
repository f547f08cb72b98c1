package io.xunbao.ranker.model;

import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.feature.FeatureSchema;
import io.xunbao.ranker.feature.FeatureVector;

/**
 * A ranking model: rows of features in, scores out. Safe for use by several threads.
 *
 * <p>Laws: a row's score depends on no other row; the contributions add up to the score.
 */
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

  /**
   * What each feature adds to the score of one row.
   *
   * @return one value a feature, then what the score starts from; their sum is the score within
   *     rounding
   */
  double[] contributions(FeatureVector row);

  /** Refuses rows that mean something else than the model was trained on. */
  default void requireSchema(FeatureSchema other) {
    if (!schema().equals(other)) {
      throw new IllegalArgumentException(
          "the rows must have the model's schema "
              + schema().fingerprint()
              + ", got "
              + other.fingerprint());
    }
  }
}
