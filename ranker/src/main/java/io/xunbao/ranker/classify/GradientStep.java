package io.xunbao.ranker.classify;

import java.util.Arrays;

/** One step of gradient descent on the cross entropy of one text; for one thread. */
final class GradientStep {
  private final LinearSoftmax model;
  private final float[] mean;
  private final float[] gradient;
  private final double[] probabilities;

  GradientStep(LinearSoftmax model) {
    this.model = model;
    this.mean = new float[model.width()];
    this.gradient = new float[model.width()];
    this.probabilities = new double[model.labels()];
  }

  void learn(int[] rows, int truth, float rate) {
    model.mean(rows, mean);
    model.logits(mean, probabilities);
    LinearSoftmax.softmax(probabilities, 1);
    int width = model.width();
    Arrays.fill(gradient, 0);
    for (int label = 0; label < probabilities.length; label++) {
      float step = rate * (float) ((label == truth ? 1 : 0) - probabilities[label]);
      Lanes.add(step, model.outputs(), label * width, gradient, 0, width);
      Lanes.add(step, mean, 0, model.outputs(), label * width, width);
      model.offsets()[label] += step / Math.max(1, rows.length);
    }
    float share = 1f / Math.max(1, rows.length);
    for (int row : rows) {
      Lanes.add(share, gradient, 0, model.inputs(), row * width, width);
    }
  }
}
