package io.xunbao.ranker.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds weights of a blend by coordinate ascent on validation cases. It maximises hits within the
 * cutoff, and the reciprocal rank in a small part, so that a tie in hits still moves.
 */
final class BlendTuner {
  private static final double[] STEPS = {0, 0.03, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2.5};
  private static final double RANK_SHARE = 0.25;
  private static final int ROUNDS = 3;

  private final List<Case> cases;
  private final int cutoff;

  BlendTuner(List<Case> cases, int cutoff) {
    this.cases = List.copyOf(cases);
    this.cutoff = cutoff;
  }

  Blend tune(String name, List<ItemScorer> parts) {
    List<List<float[]>> scores = new ArrayList<>();
    for (Case question : cases) {
      scores.add(parts.stream().map(p -> Blend.scaled(p.score(question.history()))).toList());
    }
    double[] weights = new double[parts.size()];
    Arrays.fill(weights, 0.2);
    double best = value(scores, weights);
    for (int round = 0; round < ROUNDS; round++) {
      for (int p = 0; p < weights.length; p++) {
        best = bestWeight(scores, weights, p, best);
      }
    }
    return new Blend(name, parts, weights);
  }

  private double bestWeight(List<List<float[]>> scores, double[] weights, int part, double best) {
    double chosen = weights[part];
    double highest = best;
    for (double step : STEPS) {
      weights[part] = step;
      double value = value(scores, weights);
      if (value > highest + 1e-9) {
        highest = value;
        chosen = step;
      }
    }
    weights[part] = chosen;
    return highest;
  }

  private double value(List<List<float[]>> scores, double[] weights) {
    double sum = 0;
    for (int i = 0; i < cases.size(); i++) {
      double rank = cases.get(i).rank(Blend.add(scores.get(i), weights));
      sum += (rank <= cutoff ? 1 : 0) + RANK_SHARE / rank;
    }
    return sum;
  }
}
