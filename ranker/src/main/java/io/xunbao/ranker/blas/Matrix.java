package io.xunbao.ranker.blas;

import java.util.Locale;
import java.util.Objects;

/**
 * A row-major block of float32 inside an array: row {@code i} holds {@code values[offset + i *
 * columns]} up to {@code columns} numbers. The array is shared, not copied.
 *
 * @param offset where the first row starts
 * @param rows how many rows, 0 or more
 * @param columns numbers a row, 1 or more
 */
public record Matrix(float[] values, int offset, int rows, int columns) {
  public Matrix {
    Objects.requireNonNull(values, "values");
    if (offset < 0 || rows < 0 || columns < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "offset >= 0, rows >= 0 and columns >= 1 must hold, got %d, %d, %d",
              offset,
              rows,
              columns));
    }
    if (offset + (long) rows * columns > values.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d rows x %d columns from %d do not fit into %d numbers",
              rows,
              columns,
              offset,
              values.length));
    }
  }

  /** All of an array as {@code rows} rows of equal length. */
  public static Matrix of(float[] values, int rows, int columns) {
    return new Matrix(values, 0, rows, columns);
  }

  /** One vector as a block of one row. */
  public static Matrix row(float[] vector) {
    return new Matrix(vector, 0, 1, vector.length);
  }

  /** The rows {@code from} (inclusive) to {@code to} (exclusive), over the same array. */
  public Matrix rows(int from, int to) {
    Objects.checkFromToIndex(from, to, rows);
    return new Matrix(values, offset + from * columns, to - from, columns);
  }

  /** Where row {@code i} starts in {@link #values}. */
  public int start(int i) {
    return offset + i * columns;
  }

  /** A copy with rows and columns exchanged. */
  public Matrix transposed() {
    float[] turned = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        turned[j * rows + i] = values[start(i) + j];
      }
    }
    return of(turned, columns, rows);
  }
}
