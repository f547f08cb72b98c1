package io.xunbao.ranker.recommend;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.embed.Vectors;

/**
 * The sum of squared cosines between an item's vector and each of the history's: an item that is
 * very like one of them beats one that is a little like all of them.
 */
public final class SimilarItems implements ItemScorer {
  private final String name;
  private final Matrix vectors;
  private final Blas blas;

  /**
   * @param vectors shape [items, dimensions]; scaled to length 1 in place
   */
  public SimilarItems(String name, Matrix vectors, Blas blas) {
    this.name = name;
    this.vectors = vectors;
    this.blas = blas;
    for (int i = 0; i < vectors.rows(); i++) {
      Vectors.normalize(vectors.values(), vectors.start(i), vectors.columns());
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public float[] score(History history) {
    int[] items = history.items();
    int d = vectors.columns();
    float[] block = new float[items.length * d];
    for (int i = 0; i < items.length; i++) {
      System.arraycopy(vectors.values(), vectors.start(items[i]), block, i * d, d);
    }
    float[] cosines = new float[items.length * vectors.rows()];
    blas.gemm(Matrix.of(block, items.length, d), vectors, cosines);
    float[] scores = new float[vectors.rows()];
    for (int i = 0; i < cosines.length; i++) {
      if (cosines[i] > 0) {
        scores[i % scores.length] += cosines[i] * cosines[i];
      }
    }
    return scores;
  }
}
