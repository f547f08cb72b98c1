package io.xunbao.ranker.classify;

import java.util.Objects;

/**
 * What a text most probably is.
 *
 * @param confidence the calibrated probability of the label, in [0, 1]: of the predictions made
 *     with 0.9, nine in ten are right on texts like those of the training
 */
public record Prediction(String label, double confidence) {
  public Prediction {
    Objects.requireNonNull(label, "label");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
    }
  }
}
