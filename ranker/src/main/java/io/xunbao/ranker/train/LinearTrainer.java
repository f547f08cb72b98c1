package io.xunbao.ranker.train;

import io.xunbao.ranker.model.LinearModel;
import io.xunbao.ranker.model.RankingModels;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A linear model by ListNet: the cross entropy between the shares of gain in a group and the
 * softmax of its scores (Cao et al., ICML 2007), convex, minimised by gradient steps with
 * Nesterov's momentum from zero.
 */
public final class LinearTrainer implements Trainer {
  private static final int STEPS = 400;
  private static final double RATE = 0.5;
  private static final double MIN_L2 = 1e-3;

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public TrainedModel train(
      TrainingSet rows, @Nullable TrainingSet validation, TrainingSettings settings) {
    Standardised standardised = Standardised.of(rows.matrix());
    double[] weights = descend(standardised.values(), rows, Math.max(MIN_L2, settings.l2() / 1000));
    LinearModel model =
        new LinearModel(
            rows.schema(), standardised.means(), standardised.deviations(), boxed(weights));
    return new TrainedModel(RankingModels.LINEAR, RankingModels.text(model), model, 1, 0);
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static double[] descend(double[] values, TrainingSet rows, double l2) {
    int columns = rows.matrix().columns();
    double[] weights = new double[columns];
    double[] before = new double[columns];
    for (int step = 0; step < STEPS; step++) {
      double momentum = step / (step + 3.0);
      double[] ahead = new double[columns];
      for (int i = 0; i < columns; i++) {
        ahead[i] = weights[i] + momentum * (weights[i] - before[i]);
      }
      double[] gradient = gradient(values, rows, ahead);
      before = weights;
      weights = new double[columns];
      for (int i = 0; i < columns; i++) {
        weights[i] = ahead[i] - RATE * (gradient[i] / columns + l2 * ahead[i]);
      }
    }
    return weights;
  }

  /** Mean over the groups of the gradient of the cross entropy. */
  private static double[] gradient(double[] values, TrainingSet rows, double[] weights) {
    int columns = weights.length;
    double[] gradient = new double[columns];
    int[] starts = rows.starts();
    for (int group = 0; group < rows.sizes().length; group++) {
      double[] push = push(values, rows, weights, starts[group], starts[group + 1]);
      for (int row = starts[group]; row < starts[group + 1]; row++) {
        double by = push[row - starts[group]] / rows.sizes().length;
        for (int i = 0; i < columns; i++) {
          gradient[i] += by * values[row * columns + i];
        }
      }
    }
    return gradient;
  }

  /** Softmax of the scores minus the share of gain, for each row of a group. */
  private static double[] push(
      double[] values, TrainingSet rows, double[] weights, int from, int to) {
    double[] scores = new double[to - from];
    double gains = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int row = from; row < to; row++) {
      double score = 0;
      for (int i = 0; i < weights.length; i++) {
        score += weights[i] * values[row * weights.length + i];
      }
      scores[row - from] = score;
      most = Math.max(most, score);
      gains += gain(rows, row);
    }
    if (gains == 0) {
      return new double[scores.length];
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - most);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] = scores[i] / sum - gain(rows, from + i) / gains;
    }
    return scores;
  }

  private static double gain(TrainingSet rows, int row) {
    double gain = Math.scalb(1.0, rows.grades()[row]) - 1;
    return rows.isWeighted() ? gain * rows.weights()[row] : gain;
  }
}
