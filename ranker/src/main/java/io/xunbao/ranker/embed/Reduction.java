package io.xunbao.ranker.embed;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;

/** Fewer dimensions for an embedding, keeping as much of the inner products as possible (PCA). */
public final class Reduction {
  private Reduction() {}

  /** The embedding projected on its {@code dimensions} strongest directions. */
  public static Embedding reduce(Embedding embedding, int dimensions, Blas blas) {
    Matrix rows = embedding.toMatrix();
    Matrix directions = new PrincipalDirections(blas).of(rows, dimensions);
    float[] projected = new float[rows.rows() * dimensions];
    blas.gemm(rows, directions, projected);
    return Embedding.of(embedding.vocabulary(), projected, dimensions);
  }
}
