package io.xunbao.ranker.train;

import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.model.Model;
import io.xunbao.ranker.model.RankingModels;
import java.util.List;
import java.util.Objects;

/**
 * A model fresh from its trainer.
 *
 * @param format how the text is to be read, one of {@link RankingModels}
 * @param text the model as the trainer wrote it
 * @param model the same, read by our own scorer
 * @param rounds trees that were kept
 * @param largestDifference largest difference between the trainer's own prediction and ours over
 *     the training and validation rows
 */
public record TrainedModel(
    String format, String text, Model model, int rounds, double largestDifference) {
  /** Above this our reading of the model is wrong. */
  static final double TOLERANCE = 1e-5;

  public TrainedModel {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(model, "model");
    if (!(largestDifference <= TOLERANCE)) {
      throw new IllegalStateException(
          "our scores must equal the trainer's within " + TOLERANCE + ", got " + largestDifference);
    }
  }

  /**
   * What the trainer itself predicts for some rows.
   *
   * @param scores one a row
   */
  record Predicted(FeatureMatrix rows, double[] scores) {}

  /** Reads what a trainer wrote and holds it against the trainer's own predictions. */
  static TrainedModel check(String format, String text, int rounds, List<Predicted> predictions) {
    Model model = RankingModels.parse(format, predictions.getFirst().rows().schema(), text);
    double largest = 0;
    for (Predicted predicted : predictions) {
      double[] ours = model.score(predicted.rows());
      for (int row = 0; row < ours.length; row++) {
        largest = Math.max(largest, Math.abs(ours[row] - predicted.scores()[row]));
      }
    }
    return new TrainedModel(format, text, model, rounds, largest);
  }
}
