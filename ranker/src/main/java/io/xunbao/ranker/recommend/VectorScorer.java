package io.xunbao.ranker.recommend;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.embed.Vectors;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.InterestVector;
import java.time.Duration;

/**
 * Cosines between an item's vector and the shopper's interest vector, the decayed sum of the
 * vectors of what they acted on; negative ones count 0. The vectors may come from sessions
 * (item2vec: Barkan and Koenigstein 2016) or from titles.
 */
public final class VectorScorer implements ItemScorer {
  private final String name;
  private final Matrix vectors;
  private final Duration halfLife;
  private final EventWeights weights;
  private final Blas blas;

  /**
   * @param vectors shape [items, dimensions]; scaled to length 1 in place
   */
  public VectorScorer(
      String name, Matrix vectors, Duration halfLife, EventWeights weights, Blas blas) {
    this.name = name;
    this.vectors = vectors;
    this.halfLife = halfLife;
    this.weights = weights;
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
    InterestVector interest = InterestVector.none(vectors.columns(), halfLife);
    for (Action action : history.actions()) {
      interest = interest.plus(vector(action.item()), weights.of(action.type()), action.at());
    }
    float[] scores = new float[vectors.rows()];
    blas.gemv(vectors, interest.direction(), scores);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.max(0, scores[i]);
    }
    return scores;
  }

  private float[] vector(int item) {
    float[] vector = new float[vectors.columns()];
    System.arraycopy(vectors.values(), vectors.start(item), vector, 0, vector.length);
    return vector;
  }
}
