package io.xunbao.ranker.classify;

import java.util.Arrays;

/**
 * The numbers of a classifier: a vector for each feature, and a vector and an offset for each
 * label. A text's logits are output . mean(inputs of its features) + offset (Joulin et al. 2017,
 * "Bag of Tricks for Efficient Text Classification").
 *
 * @param inputs shape [features, width]
 * @param outputs shape [labels, width]
 * @param offsets shape [labels]
 * @param width numbers a row, {@link Lanes#padded}; those behind the dimensions are 0
 */
record LinearSoftmax(float[] inputs, float[] outputs, float[] offsets, int width) {
  LinearSoftmax {
    if (inputs.length % width != 0 || outputs.length != offsets.length * width) {
      throw new IllegalArgumentException(
          "rows of "
              + width
              + " numbers expected, got "
              + (inputs.length + " and " + outputs.length + " for " + offsets.length + " labels"));
    }
  }

  int labels() {
    return offsets.length;
  }

  int features() {
    return inputs.length / width;
  }

  /** The mean vector of some features; zero for none. */
  void mean(int[] rows, float[] out) {
    Arrays.fill(out, 0);
    float share = rows.length == 0 ? 0 : 1f / rows.length;
    for (int row : rows) {
      Lanes.add(share, inputs, row * width, out, 0, width);
    }
  }

  /** Writes the logits of a mean vector. */
  void logits(float[] mean, double[] out) {
    for (int label = 0; label < offsets.length; label++) {
      out[label] = Lanes.dot(outputs, label * width, mean) + offsets[label];
    }
  }

  /** Turns logits into probabilities, in place; a higher temperature makes them more alike. */
  static void softmax(double[] logits, double temperature) {
    double largest = Arrays.stream(logits).max().orElse(0);
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      logits[i] = Math.exp((logits[i] - largest) / temperature);
      sum += logits[i];
    }
    for (int i = 0; i < logits.length; i++) {
      logits[i] /= sum;
    }
  }
}
