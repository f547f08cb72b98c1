package io.xunbao.ranker.classify;

import java.util.List;

/**
 * Finds the temperature by which logits must be divided so that the probabilities of held-out texts
 * are as likely as can be (Guo et al. 2017, "On Calibration of Modern Neural Networks"), by
 * golden-section search: the likelihood has one peak in the logarithm of the temperature.
 */
final class Temperature {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double LIMIT = Math.log(20);
  private static final int STEPS = 40;

  private Temperature() {}

  /** The temperature for some texts; 1 without any. Texts of unknown labels are passed over. */
  static double fit(TextClassifier classifier, List<LabelledText> texts) {
    List<LabelledText> known =
        texts.stream().filter(text -> classifier.labels().contains(text.label())).toList();
    if (known.isEmpty()) {
      return 1;
    }
    double[][] logits =
        known.stream().map(text -> classifier.logits(text.words())).toArray(double[][]::new);
    int[] truths =
        known.stream().mapToInt(text -> classifier.labels().indexOf(text.label())).toArray();
    return search(logits, truths);
  }

  /**
   * The temperature under which the truths are most likely.
   *
   * @param logits shape [texts, labels]
   * @param truths the true label of each text
   */
  static double search(double[][] logits, int[] truths) {
    double low = -LIMIT;
    double high = LIMIT;
    for (int i = 0; i < STEPS; i++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (loss(logits, truths, Math.exp(left)) < loss(logits, truths, Math.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.exp((low + high) / 2);
  }

  /** The mean negative log likelihood. */
  private static double loss(double[][] logits, int[] truths, double temperature) {
    double sum = 0;
    for (int i = 0; i < truths.length; i++) {
      double[] p = logits[i].clone();
      LinearSoftmax.softmax(p, temperature);
      sum -= Math.log(Math.max(1e-12, p[truths[i]]));
    }
    return sum / truths.length;
  }
}
