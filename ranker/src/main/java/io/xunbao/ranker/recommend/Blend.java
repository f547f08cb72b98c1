package io.xunbao.ranker.recommend;

import java.util.List;

/**
 * A weighted sum of scorers, each scaled so that its best item of this history has 1: scores of
 * different methods have no common unit.
 *
 * @param weights one a part, 0 or more
 */
public record Blend(String name, List<ItemScorer> parts, double[] weights) implements ItemScorer {
  public Blend {
    parts = List.copyOf(parts);
    weights = weights.clone();
    if (parts.isEmpty() || parts.size() != weights.length) {
      throw new IllegalArgumentException(
          "each part needs a weight, got " + parts.size() + " parts, " + weights.length);
    }
  }

  @Override
  public float[] score(History history) {
    return add(parts.stream().map(part -> scaled(part.score(history))).toList(), weights);
  }

  /** Scores divided by the largest; all zero where none is positive. */
  static float[] scaled(float[] scores) {
    float largest = 0;
    for (float score : scores) {
      largest = Math.max(largest, score);
    }
    float[] scaled = new float[scores.length];
    for (int i = 0; largest > 0 && i < scores.length; i++) {
      scaled[i] = scores[i] / largest;
    }
    return scaled;
  }

  static float[] add(List<float[]> parts, double[] weights) {
    float[] sum = new float[parts.getFirst().length];
    for (int p = 0; p < weights.length; p++) {
      float weight = (float) weights[p];
      float[] part = parts.get(p);
      for (int i = 0; weight != 0 && i < sum.length; i++) {
        sum[i] += weight * part[i];
      }
    }
    return sum;
  }
}
