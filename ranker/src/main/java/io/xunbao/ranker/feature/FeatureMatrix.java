package io.xunbao.ranker.feature;

import java.util.Arrays;
import java.util.Objects;

/**
 * Rows of features, one a candidate, row after row in one array; NaN is missing.
 *
 * @param schema names the columns
 * @param rows number of rows
 * @param values {@code rows x schema.size()} values; shared, not copied
 */
public record FeatureMatrix(FeatureSchema schema, int rows, double[] values) {
  public FeatureMatrix {
    Objects.requireNonNull(schema, "schema");
    if (values.length != rows * schema.size()) {
      throw new IllegalArgumentException(
          "values must be " + rows + " x " + schema.size() + ", got " + values.length);
    }
  }

  /** A matrix without values yet: all NaN. */
  public static FeatureMatrix missing(FeatureSchema schema, int rows) {
    double[] values = new double[rows * schema.size()];
    Arrays.fill(values, Double.NaN);
    return new FeatureMatrix(schema, rows, values);
  }

  public int columns() {
    return schema.size();
  }

  public double get(int row, int column) {
    return values[row * columns() + column];
  }

  public FeatureVector row(int row) {
    int from = row * columns();
    return new FeatureVector(schema, Arrays.copyOfRange(values, from, from + columns()));
  }
}
