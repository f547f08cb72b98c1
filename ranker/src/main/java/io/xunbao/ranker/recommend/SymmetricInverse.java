package io.xunbao.ranker.recommend;

/** The inverse of a symmetric positive definite matrix, in place, by Gauss-Jordan elimination. */
final class SymmetricInverse {
  private SymmetricInverse() {}

  /**
   * Inverts.
   *
   * @param a shape [n, n], row-major
   * @throws IllegalArgumentException where a pivot is not positive: the matrix is not definite
   */
  static void invert(double[] a, int n) {
    for (int k = 0; k < n; k++) {
      double pivot = a[k * n + k];
      if (!(pivot > 0)) {
        throw new IllegalArgumentException(
            "the matrix must be positive definite, got a pivot of " + pivot + " in row " + k);
      }
      a[k * n + k] = 1;
      scale(a, k * n, n, 1 / pivot);
      for (int i = 0; i < n; i++) {
        if (i != k) {
          double factor = a[i * n + k];
          a[i * n + k] = 0;
          subtract(a, i * n, k * n, n, factor);
        }
      }
    }
  }

  private static void scale(double[] a, int from, int n, double factor) {
    for (int j = from; j < from + n; j++) {
      a[j] *= factor;
    }
  }

  private static void subtract(double[] a, int row, int pivotRow, int n, double factor) {
    for (int j = 0; j < n; j++) {
      a[row + j] -= factor * a[pivotRow + j];
    }
  }
}
