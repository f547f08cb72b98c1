package io.xunbao.ranker.embed;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * One step of skip-gram with negative sampling: an input vector against one true and some false
 * output vectors. The inner loops run over lanes and treat two outputs at once; all updates are
 * done in a single pass.
 *
 * <p>Not safe for several threads, but several steps may share the two arrays of vectors (Niu et
 * al. 2011, "Hogwild!"): a lost update costs nothing that matters.
 */
final class SkipGramStep {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int SIGMOID_STEPS = 1024;
  private static final float SIGMOID_LIMIT = 6;

  private final float[] inputs;
  private final float[] outputs;
  private final int width;
  private final float[] sigmoid = new float[SIGMOID_STEPS];

  /** Starts of the outputs in {@link #outputs}; the first is the true one. */
  private final int[] targets;

  private final float[] gradients;
  private int count;

  /**
   * @param width numbers a row, a multiple of {@link #paddedTo}
   * @param most outputs of a step at most
   */
  SkipGramStep(float[] inputs, float[] outputs, int width, int most) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.width = width;
    this.targets = new int[most];
    this.gradients = new float[most];
    for (int i = 0; i < SIGMOID_STEPS; i++) {
      double x = ((i + 0.5) / SIGMOID_STEPS * 2 - 1) * SIGMOID_LIMIT;
      sigmoid[i] = (float) (1 / (1 + Math.exp(-x)));
    }
  }

  /** The width of a row that holds {@code dimensions} numbers and fills whole lanes. */
  static int paddedTo(int dimensions) {
    return (dimensions + LANES - 1) / LANES * LANES;
  }

  void clearTargets() {
    count = 0;
  }

  void addTarget(int row) {
    targets[count++] = row * width;
  }

  /** Moves the input and the outputs by {@code rate} along the gradient of the log likelihood. */
  void learn(int inputRow, float rate) {
    int in = inputRow * width;
    int i = 0;
    for (; i + 1 < count; i += 2) {
      twoGradients(in, i, rate);
    }
    if (i < count) {
      gradients[i] = gradient(dot(in, targets[i]), i, rate);
    }
    update(in);
  }

  private void twoGradients(int in, int i, float rate) {
    int t0 = targets[i];
    int t1 = targets[i + 1];
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    for (int k = 0; k < width; k += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, inputs, in + k);
      s0 = v.fma(FloatVector.fromArray(SPECIES, outputs, t0 + k), s0);
      s1 = v.fma(FloatVector.fromArray(SPECIES, outputs, t1 + k), s1);
    }
    gradients[i] = gradient(s0.reduceLanes(VectorOperators.ADD), i, rate);
    gradients[i + 1] = gradient(s1.reduceLanes(VectorOperators.ADD), i + 1, rate);
  }

  private float dot(int in, int target) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int k = 0; k < width; k += LANES) {
      sum =
          FloatVector.fromArray(SPECIES, inputs, in + k)
              .fma(FloatVector.fromArray(SPECIES, outputs, target + k), sum);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  private float gradient(float score, int target, float rate) {
    float label = target == 0 ? 1 : 0;
    return (label - sigmoid(score)) * rate;
  }

  private float sigmoid(float x) {
    int i = (int) ((x / SIGMOID_LIMIT + 1) * (SIGMOID_STEPS / 2));
    return sigmoid[Math.clamp(i, 0, SIGMOID_STEPS - 1)];
  }

  private void update(int in) {
    for (int k = 0; k < width; k += LANES) {
      FloatVector before = FloatVector.fromArray(SPECIES, inputs, in + k);
      FloatVector after = before;
      for (int i = 0; i < count; i++) {
        int at = targets[i] + k;
        FloatVector output = FloatVector.fromArray(SPECIES, outputs, at);
        FloatVector step = FloatVector.broadcast(SPECIES, gradients[i]);
        after = output.fma(step, after);
        before.fma(step, output).intoArray(outputs, at);
      }
      after.intoArray(inputs, in + k);
    }
  }
}
