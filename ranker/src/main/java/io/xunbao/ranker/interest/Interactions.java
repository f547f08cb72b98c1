package io.xunbao.ranker.interest;

import java.util.Arrays;

/**
 * A sparse matrix of weights, row by row: the columns of row {@code r} are {@code
 * columns[starts[r]]} up to {@code columns[starts[r + 1] - 1]}, ascending.
 *
 * @param columnCount number of columns; every column is below it
 */
public record Interactions(int[] starts, int[] columns, float[] weights, int columnCount) {
  public Interactions {
    if (columns.length != weights.length || starts[starts.length - 1] != columns.length) {
      throw new IllegalArgumentException(
          "each column needs a weight, got " + columns.length + " and " + weights.length);
    }
  }

  /** From dense-less rows: {@code columns[r]} with {@code weights[r]}, each row in any order. */
  public static Interactions of(int[][] columns, float[][] weights, int columnCount) {
    int[] starts = new int[columns.length + 1];
    for (int row = 0; row < columns.length; row++) {
      starts[row + 1] = starts[row] + columns[row].length;
    }
    int[] all = new int[starts[columns.length]];
    float[] values = new float[all.length];
    for (int row = 0; row < columns.length; row++) {
      System.arraycopy(columns[row], 0, all, starts[row], columns[row].length);
      System.arraycopy(weights[row], 0, values, starts[row], columns[row].length);
    }
    return new Interactions(starts, all, values, columnCount);
  }

  public int rows() {
    return starts.length - 1;
  }

  /** Rows and columns exchanged. */
  public Interactions transposed() {
    int[] turned = new int[columnCount + 1];
    for (int column : columns) {
      turned[column + 1]++;
    }
    for (int i = 0; i < columnCount; i++) {
      turned[i + 1] += turned[i];
    }
    int[] next = Arrays.copyOf(turned, columnCount);
    int[] rows = new int[columns.length];
    float[] values = new float[columns.length];
    for (int row = 0; row < rows(); row++) {
      for (int k = starts[row]; k < starts[row + 1]; k++) {
        int at = next[columns[k]]++;
        rows[at] = row;
        values[at] = weights[k];
      }
    }
    return new Interactions(turned, rows, values, rows());
  }
}
