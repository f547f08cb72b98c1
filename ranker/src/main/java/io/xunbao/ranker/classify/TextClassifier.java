package io.xunbao.ranker.classify;

import java.util.List;
import java.util.Objects;

/**
 * Says which of some labels a text has, and how sure that is. Immutable; safe for several threads.
 */
public final class TextClassifier {
  private final List<String> labels;
  private final TextFeatures features;
  private final LinearSoftmax model;
  private final double temperature;

  TextClassifier(
      List<String> labels, TextFeatures features, LinearSoftmax model, double temperature) {
    if (labels.size() != model.labels()) {
      throw new IllegalArgumentException(
          "each label needs its row, got " + labels.size() + " for " + model.labels() + " rows");
    }
    if (!(temperature > 0 && Double.isFinite(temperature))) {
      throw new IllegalArgumentException("temperature must be > 0, got " + temperature);
    }
    this.labels = List.copyOf(labels);
    this.features = Objects.requireNonNull(features, "features");
    this.model = model;
    this.temperature = temperature;
  }

  TextClassifier withTemperature(double value) {
    return new TextClassifier(labels, features, model, value);
  }

  /** The labels in the order of {@link #probabilities}. */
  public List<String> labels() {
    return labels;
  }

  /** By what logits are divided so that confidence is calibrated. */
  public double temperature() {
    return temperature;
  }

  TextFeatures features() {
    return features;
  }

  LinearSoftmax model() {
    return model;
  }

  /**
   * The most probable label. A text of which nothing is known gets the label that is most frequent,
   * with its share as confidence.
   */
  public Prediction classify(List<String> words) {
    double[] probabilities = probabilities(words);
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return new Prediction(labels.get(best), Math.min(1, probabilities[best]));
  }

  /** The calibrated probability of each label, shape [labels]. */
  public double[] probabilities(List<String> words) {
    double[] logits = logits(words);
    LinearSoftmax.softmax(logits, temperature);
    return logits;
  }

  double[] logits(List<String> words) {
    float[] mean = new float[model.width()];
    model.mean(features.rows(words), mean);
    double[] logits = new double[labels.size()];
    model.logits(mean, logits);
    return logits;
  }
}
