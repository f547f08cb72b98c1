package io.xunbao.ranker.embed;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import java.util.SplittableRandom;

/**
 * The directions along which rows spread most, by subspace iteration (Golub and Van Loan, "Matrix
 * Computations", 8.2.4) on the rows' second moments, which are computed in one block product.
 */
final class PrincipalDirections {
  private static final int ITERATIONS = 30;
  private static final int BLOCK = 4_096;

  private final Blas blas;

  PrincipalDirections(Blas blas) {
    this.blas = blas;
  }

  /**
   * The {@code k} strongest directions of the rows as they stand (no mean is removed), each of
   * length 1, orthogonal to each other, shape [k, columns].
   */
  Matrix of(Matrix rows, int k) {
    int d = rows.columns();
    if (k < 1 || k > d) {
      throw new IllegalArgumentException("1 <= k <= " + d + " must hold, got " + k);
    }
    Matrix moments = Matrix.of(secondMoments(rows), d, d);
    Matrix basis = randomBasis(k, d);
    float[] next = new float[k * d];
    for (int i = 0; i < ITERATIONS; i++) {
      blas.gemm(basis, moments, next);
      basis = Matrix.of(next.clone(), k, d);
      orthonormalize(basis);
    }
    return basis;
  }

  /** rows^T rows, added up block by block so that the transposed copy stays small. */
  private float[] secondMoments(Matrix rows) {
    int d = rows.columns();
    float[] sum = new float[d * d];
    float[] part = new float[d * d];
    for (int from = 0; from < rows.rows(); from += BLOCK) {
      Matrix turned = rows.rows(from, Math.min(rows.rows(), from + BLOCK)).transposed();
      blas.gemm(turned, turned, part);
      blas.axpy(1, part, 0, sum, 0, sum.length);
    }
    return sum;
  }

  private static Matrix randomBasis(int k, int d) {
    SplittableRandom random = new SplittableRandom(k * 31L + d);
    float[] values = new float[k * d];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    Matrix basis = Matrix.of(values, k, d);
    orthonormalize(basis);
    return basis;
  }

  /** Modified Gram-Schmidt, in place. */
  private static void orthonormalize(Matrix basis) {
    int d = basis.columns();
    float[] v = basis.values();
    for (int i = 0; i < basis.rows(); i++) {
      for (int j = 0; j < i; j++) {
        double along = 0;
        for (int c = 0; c < d; c++) {
          along += (double) v[i * d + c] * v[j * d + c];
        }
        for (int c = 0; c < d; c++) {
          v[i * d + c] -= (float) (along * v[j * d + c]);
        }
      }
      Vectors.normalize(v, i * d, d);
    }
  }
}
