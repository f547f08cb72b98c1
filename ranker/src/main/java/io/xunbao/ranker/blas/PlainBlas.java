package io.xunbao.ranker.blas;

/** Loops in plain Java: the reference that every other backend is checked against. */
public final class PlainBlas implements Blas {
  @Override
  public String name() {
    return "plain";
  }

  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    Shapes.ranges(a, aFrom, b, bFrom, length);
    float sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[aFrom + i] * b[bFrom + i];
    }
    return sum;
  }

  @Override
  public void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    Shapes.ranges(x, xFrom, y, yFrom, length);
    for (int i = 0; i < length; i++) {
      y[yFrom + i] += alpha * x[xFrom + i];
    }
  }

  @Override
  public void gemv(Matrix rows, float[] vector, float[] out) {
    Shapes.gemv(rows, vector, out);
    for (int i = 0; i < rows.rows(); i++) {
      out[i] = dot(rows.values(), rows.start(i), vector, 0, rows.columns());
    }
  }

  @Override
  public void gemm(Matrix left, Matrix right, float[] out) {
    Shapes.gemm(left, right, out);
    for (int i = 0; i < left.rows(); i++) {
      for (int j = 0; j < right.rows(); j++) {
        out[i * right.rows() + j] =
            dot(left.values(), left.start(i), right.values(), right.start(j), left.columns());
      }
    }
  }
}
