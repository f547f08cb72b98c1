package io.xunbao.ranker.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Finds weights of a blend by coordinate ascent on validation cases. It maximises hits within the
 * cutoff, and the reciprocal rank in a small part, so that a tie in hits still moves.
 */
final class BlendTuner {
  private static final double[] STEPS = {0, 0.03, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2.5};
  private static final double RANK_SHARE = 0.25;
  private static final int ROUNDS = 3;

  private final List<Question> questions;
  private final int cutoff;

  /**
   * One question with what each part says of its candidates.
   *
   * @param parts scaled scores, one array a part
   * @param rank of the best answer, by scores of the candidates
   */
  record Question(List<float[]> parts, ToDoubleFunction<float[]> rank) {
    Question {
      parts = List.copyOf(parts);
    }
  }

  /**
   * @param questions each with the same parts
   */
  BlendTuner(List<Question> questions, int cutoff) {
    this.questions = List.copyOf(questions);
    this.cutoff = cutoff;
  }

  /** Weights of scorers, whose candidates are all items; from all parts alike. */
  static Blend tune(String name, List<ItemScorer> parts, List<Case> cases, int cutoff) {
    List<Question> questions = new ArrayList<>();
    for (Case question : cases) {
      questions.add(
          new Question(
              parts.stream().map(p -> Blend.scaled(p.score(question.history()))).toList(),
              question::rank));
    }
    return new Blend(name, parts, new BlendTuner(questions, cutoff).ascend(alike(parts.size())));
  }

  /**
   * The best weights that were found, one a part: from all parts alike, and from each part alone,
   * for the ascent ends where no single weight improves.
   */
  double[] weights(int parts) {
    double[] best = ascend(alike(parts));
    double highest = value(best);
    for (int p = 0; p < parts; p++) {
      double[] alone = new double[parts];
      alone[p] = 1;
      double[] found = ascend(alone);
      double value = value(found);
      if (value > highest + 1e-9) {
        highest = value;
        best = found;
      }
    }
    return best;
  }

  private static double[] alike(int parts) {
    double[] alike = new double[parts];
    Arrays.fill(alike, 0.2);
    return alike;
  }

  private double[] ascend(double[] start) {
    double[] weights = start.clone();
    double best = value(weights);
    for (int round = 0; round < ROUNDS; round++) {
      for (int p = 0; p < weights.length; p++) {
        best = bestWeight(weights, p, best);
      }
    }
    return weights;
  }

  private double bestWeight(double[] weights, int part, double best) {
    double chosen = weights[part];
    double highest = best;
    for (double step : STEPS) {
      weights[part] = step;
      double value = value(weights);
      if (value > highest + 1e-9) {
        highest = value;
        chosen = step;
      }
    }
    weights[part] = chosen;
    return highest;
  }

  private double value(double[] weights) {
    double sum = 0;
    for (Question question : questions) {
      double rank = question.rank().applyAsDouble(Blend.add(question.parts(), weights));
      sum += (rank <= cutoff ? 1 : 0) + RANK_SHARE / rank;
    }
    return sum;
  }
}
