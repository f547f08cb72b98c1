package io.xunbao.ranker.blas;

import java.util.concurrent.locks.ReentrantLock;
import org.jblas.NativeBlas;
import org.jblas.util.Logger;

/**
 * jblas: native block products behind one lock for the whole process, because two calls at once
 * give wrong numbers without any error.
 *
 * <p>Every call copies its arrays, so {@link #dot} and {@link #axpy}, which touch each number once,
 * stay in Java.
 */
public final class JblasBlas implements Blas {
  /** One lock for all instances: the native library is one. */
  private static final ReentrantLock LOCK = new ReentrantLock();

  private final Blas java = new PlainBlas();

  /**
   * Loads the native library.
   *
   * @throws UnsatisfiedLinkError where it cannot be loaded on this platform
   */
  public JblasBlas() {
    Logger.getLogger().setLevel(Logger.WARNING);
    NativeLibraries.loadFortran();
    gemm(Matrix.row(new float[] {1}), Matrix.row(new float[] {1}), new float[1]);
  }

  @Override
  public String name() {
    return "jblas";
  }

  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    return java.dot(a, aFrom, b, bFrom, length);
  }

  @Override
  public void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    java.axpy(alpha, x, xFrom, y, yFrom, length);
  }

  @Override
  public void gemv(Matrix rows, float[] vector, float[] out) {
    Shapes.gemv(rows, vector, out);
    gemm(Matrix.row(vector), rows, out);
  }

  /**
   * The library is column-major: a row-major product [m, n] is the column-major product of the
   * factors exchanged, [n, m].
   */
  @Override
  public void gemm(Matrix left, Matrix right, float[] out) {
    Shapes.gemm(left, right, out);
    int m = left.rows();
    int n = right.rows();
    int d = left.columns();
    if (m == 0 || n == 0) {
      return;
    }
    LOCK.lock();
    try {
      NativeBlas.sgemm(
          'T',
          'N',
          n,
          m,
          d,
          1f,
          right.values(),
          right.offset(),
          d,
          left.values(),
          left.offset(),
          d,
          0f,
          out,
          0,
          n);
    } finally {
      LOCK.unlock();
    }
  }
}
