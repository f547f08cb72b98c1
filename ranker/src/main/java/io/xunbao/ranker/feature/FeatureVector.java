package io.xunbao.ranker.feature;

import java.util.Objects;

/**
 * The features of one candidate, as they were served and logged.
 *
 * @param values one a feature of the schema; NaN is missing
 */
public record FeatureVector(FeatureSchema schema, double[] values) {
  public FeatureVector {
    Objects.requireNonNull(schema, "schema");
    values = values.clone();
    if (values.length != schema.size()) {
      throw new IllegalArgumentException(
          "a vector must have " + schema.size() + " values, got " + values.length);
    }
  }
}
