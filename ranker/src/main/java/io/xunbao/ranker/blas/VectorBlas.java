package io.xunbao.ranker.blas;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Vector API: four rows at once, so that one load of the vector feeds four multiply-adds that
 * do not wait for each other.
 */
public final class VectorBlas implements Blas {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public String name() {
    return "vector-api";
  }

  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    Shapes.ranges(a, aFrom, b, bFrom, length);
    int bound = SPECIES.loopBound(length);
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < bound; i += LANES) {
      sum =
          FloatVector.fromArray(SPECIES, a, aFrom + i)
              .fma(FloatVector.fromArray(SPECIES, b, bFrom + i), sum);
    }
    return sum.reduceLanes(VectorOperators.ADD) + tail(a, aFrom, b, bFrom, bound, length);
  }

  private static float tail(float[] a, int aFrom, float[] b, int bFrom, int bound, int length) {
    float sum = 0;
    for (int i = bound; i < length; i++) {
      sum += a[aFrom + i] * b[bFrom + i];
    }
    return sum;
  }

  @Override
  public void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    Shapes.ranges(x, xFrom, y, yFrom, length);
    int bound = SPECIES.loopBound(length);
    FloatVector factor = FloatVector.broadcast(SPECIES, alpha);
    for (int i = 0; i < bound; i += LANES) {
      FloatVector.fromArray(SPECIES, x, xFrom + i)
          .fma(factor, FloatVector.fromArray(SPECIES, y, yFrom + i))
          .intoArray(y, yFrom + i);
    }
    for (int i = bound; i < length; i++) {
      y[yFrom + i] += alpha * x[xFrom + i];
    }
  }

  @Override
  public void gemv(Matrix rows, float[] vector, float[] out) {
    Shapes.gemv(rows, vector, out);
    oneVector(rows, vector, 0, out, 0);
  }

  @Override
  public void gemm(Matrix left, Matrix right, float[] out) {
    Shapes.gemm(left, right, out);
    int n = right.rows();
    int pairs = left.rows() & ~1;
    for (int i = 0; i < pairs; i += 2) {
      twoVectors(left, i, right, out);
    }
    if (pairs < left.rows()) {
      oneVector(right, left.values(), left.start(pairs), out, pairs * n);
    }
  }

  /** {@code out[outFrom + i] = rows[i] . vector[from..]}. */
  private void oneVector(Matrix rows, float[] vector, int from, float[] out, int outFrom) {
    int fours = rows.rows() & ~3;
    for (int i = 0; i < fours; i += 4) {
      fourRows(rows, i, vector, from, out, outFrom);
    }
    for (int i = fours; i < rows.rows(); i++) {
      out[outFrom + i] = dot(rows.values(), rows.start(i), vector, from, rows.columns());
    }
  }

  private static void fourRows(
      Matrix rows, int i, float[] vector, int from, float[] out, int outFrom) {
    float[] m = rows.values();
    int d = rows.columns();
    int r0 = rows.start(i);
    int r1 = r0 + d;
    int r2 = r1 + d;
    int r3 = r2 + d;
    int bound = SPECIES.loopBound(d);
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    for (int k = 0; k < bound; k += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, vector, from + k);
      s0 = FloatVector.fromArray(SPECIES, m, r0 + k).fma(v, s0);
      s1 = FloatVector.fromArray(SPECIES, m, r1 + k).fma(v, s1);
      s2 = FloatVector.fromArray(SPECIES, m, r2 + k).fma(v, s2);
      s3 = FloatVector.fromArray(SPECIES, m, r3 + k).fma(v, s3);
    }
    int o = outFrom + i;
    out[o] = s0.reduceLanes(VectorOperators.ADD) + tail(m, r0, vector, from, bound, d);
    out[o + 1] = s1.reduceLanes(VectorOperators.ADD) + tail(m, r1, vector, from, bound, d);
    out[o + 2] = s2.reduceLanes(VectorOperators.ADD) + tail(m, r2, vector, from, bound, d);
    out[o + 3] = s3.reduceLanes(VectorOperators.ADD) + tail(m, r3, vector, from, bound, d);
  }

  /** Rows {@code i} and {@code i + 1} of left against all of right. */
  private void twoVectors(Matrix left, int i, Matrix right, float[] out) {
    int n = right.rows();
    int fours = n & ~3;
    for (int j = 0; j < fours; j += 4) {
      twoByFour(left, i, right, j, out);
    }
    for (int j = fours; j < n; j++) {
      for (int row = i; row < i + 2; row++) {
        out[row * n + j] =
            dot(left.values(), left.start(row), right.values(), right.start(j), left.columns());
      }
    }
  }

  /** A tile of eight sums in registers: six loads feed eight multiply-adds. */
  private static void twoByFour(Matrix left, int i, Matrix right, int j, float[] out) {
    float[] a = left.values();
    float[] b = right.values();
    int d = left.columns();
    int a0 = left.start(i);
    int a1 = a0 + d;
    int b0 = right.start(j);
    int b1 = b0 + d;
    int b2 = b1 + d;
    int b3 = b2 + d;
    int bound = SPECIES.loopBound(d);
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = s00;
    FloatVector s02 = s00;
    FloatVector s03 = s00;
    FloatVector s10 = s00;
    FloatVector s11 = s00;
    FloatVector s12 = s00;
    FloatVector s13 = s00;
    for (int k = 0; k < bound; k += LANES) {
      FloatVector u = FloatVector.fromArray(SPECIES, a, a0 + k);
      FloatVector v = FloatVector.fromArray(SPECIES, a, a1 + k);
      FloatVector w = FloatVector.fromArray(SPECIES, b, b0 + k);
      s00 = u.fma(w, s00);
      s10 = v.fma(w, s10);
      w = FloatVector.fromArray(SPECIES, b, b1 + k);
      s01 = u.fma(w, s01);
      s11 = v.fma(w, s11);
      w = FloatVector.fromArray(SPECIES, b, b2 + k);
      s02 = u.fma(w, s02);
      s12 = v.fma(w, s12);
      w = FloatVector.fromArray(SPECIES, b, b3 + k);
      s03 = u.fma(w, s03);
      s13 = v.fma(w, s13);
    }
    int o = i * right.rows() + j;
    int p = o + right.rows();
    out[o] = s00.reduceLanes(VectorOperators.ADD) + tail(a, a0, b, b0, bound, d);
    out[o + 1] = s01.reduceLanes(VectorOperators.ADD) + tail(a, a0, b, b1, bound, d);
    out[o + 2] = s02.reduceLanes(VectorOperators.ADD) + tail(a, a0, b, b2, bound, d);
    out[o + 3] = s03.reduceLanes(VectorOperators.ADD) + tail(a, a0, b, b3, bound, d);
    out[p] = s10.reduceLanes(VectorOperators.ADD) + tail(a, a1, b, b0, bound, d);
    out[p + 1] = s11.reduceLanes(VectorOperators.ADD) + tail(a, a1, b, b1, bound, d);
    out[p + 2] = s12.reduceLanes(VectorOperators.ADD) + tail(a, a1, b, b2, bound, d);
    out[p + 3] = s13.reduceLanes(VectorOperators.ADD) + tail(a, a1, b, b3, bound, d);
  }
}
