package io.xunbao.ranker.classify;

import java.util.List;
import java.util.function.Function;

/**
 * How well predictions agree with the labels of texts.
 *
 * @param labels in the order of the rows and columns
 * @param confusion texts by true label (row) and predicted label (column)
 * @param calibrationError the expected calibration error: by tenths of confidence the difference
 *     between confidence and accuracy, weighted by the number of texts
 * @param sure share of the texts predicted with a confidence of at least {@link #SURE}
 * @param sureAccuracy accuracy on those; NaN where there are none
 */
public record ClassifierReport(
    List<String> labels,
    int[][] confusion,
    double calibrationError,
    double sure,
    double sureAccuracy) {
  /** The confidence from which on a prediction would be acted upon without asking. */
  public static final double SURE = 0.9;

  private static final int BINS = 10;

  public ClassifierReport {
    labels = List.copyOf(labels);
  }

  /**
   * Measures predictions.
   *
   * @param labels all labels; a text or prediction of another label is refused
   */
  public static ClassifierReport of(
      List<String> labels,
      List<LabelledText> texts,
      Function<List<String>, Prediction> classifier) {
    int[][] confusion = new int[labels.size()][labels.size()];
    double[] confidences = new double[BINS];
    int[] right = new int[BINS];
    int sure = 0;
    int sureRight = 0;
    for (LabelledText text : texts) {
      Prediction said = classifier.apply(text.words());
      confusion[index(labels, text.label())][index(labels, said.label())]++;
      boolean hit = said.label().equals(text.label());
      int bin = Math.min(BINS - 1, (int) (said.confidence() * BINS));
      confidences[bin] += said.confidence();
      right[bin] += hit ? 1 : 0;
      if (said.confidence() >= SURE) {
        sure++;
        sureRight += hit ? 1 : 0;
      }
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(confidences[bin] - right[bin]);
    }
    int n = Math.max(1, texts.size());
    return new ClassifierReport(
        labels,
        confusion,
        error / n,
        sure / (double) n,
        sure == 0 ? Double.NaN : sureRight / (double) sure);
  }

  private static int index(List<String> labels, String label) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException("a label must be one of " + labels + ", got " + label);
    }
    return index;
  }

  /** How many texts there were. */
  public int texts() {
    int sum = 0;
    for (int[] row : confusion) {
      for (int count : row) {
        sum += count;
      }
    }
    return sum;
  }

  /** The share of texts whose label was predicted. */
  public double accuracy() {
    int right = 0;
    for (int i = 0; i < confusion.length; i++) {
      right += confusion[i][i];
    }
    return right / (double) Math.max(1, texts());
  }

  /** Of the texts predicted to have a label, the share that have it; 0 where there are none. */
  public double precision(int label) {
    int predicted = 0;
    for (int[] row : confusion) {
      predicted += row[label];
    }
    return predicted == 0 ? 0 : confusion[label][label] / (double) predicted;
  }

  /** Of the texts that have a label, the share predicted to; 0 where there are none. */
  public double recall(int label) {
    int n = support(label);
    return n == 0 ? 0 : confusion[label][label] / (double) n;
  }

  /** The harmonic mean of precision and recall. */
  public double f1(int label) {
    double sum = precision(label) + recall(label);
    return sum == 0 ? 0 : 2 * precision(label) * recall(label) / sum;
  }

  /** How many texts have a label. */
  public int support(int label) {
    int n = 0;
    for (int count : confusion[label]) {
      n += count;
    }
    return n;
  }

  /** The mean of the labels' F1: a rare label counts as much as a frequent one. */
  public double macroF1() {
    double sum = 0;
    for (int label = 0; label < labels.size(); label++) {
      sum += f1(label);
    }
    return sum / labels.size();
  }
}
