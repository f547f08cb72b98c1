package io.xunbao.ranker.blas;

import java.util.Locale;
import java.util.Objects;

/** The shape rules of {@link Blas}, checked before a backend (and above all native code) runs. */
final class Shapes {
  private Shapes() {}

  static void ranges(float[] a, int aFrom, float[] b, int bFrom, int length) {
    Objects.checkFromIndexSize(aFrom, length, a.length);
    Objects.checkFromIndexSize(bFrom, length, b.length);
  }

  static void gemv(Matrix rows, float[] vector, float[] out) {
    if (vector.length != rows.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a vector must have as many numbers as the rows have columns (%d), got %d",
              rows.columns(),
              vector.length));
    }
    room(rows.rows(), out);
  }

  static void gemm(Matrix left, Matrix right, float[] out) {
    if (left.columns() != right.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "left and right must have as many columns, got %d and %d",
              left.columns(),
              right.columns()));
    }
    room((long) left.rows() * right.rows(), out);
  }

  private static void room(long needed, float[] out) {
    if (out.length < needed) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "out must have room for %d numbers, got %d", needed, out.length));
    }
  }
}
