package io.xunbao.ranker.recommend;

import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.Interactions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A linear model from the items of a history to every other item, in closed form: B = I - P /
 * diag(P) with P = (X^T X + lambda I)^-1 (Steck 2019, "Embarrassingly Shallow Autoencoders for
 * Sparse Data"). Unlike neighbours it knows which item explains which, and may weigh one against
 * another.
 *
 * <p>Time and memory grow with the cube and the square of the items, so only the most popular ones
 * take part; the others score 0.
 */
public final class LinearItems implements ItemScorer {
  /** The most items that take part: 128 MB and some ten seconds. */
  static final int MOST_ITEMS = 4_000;

  private final int[] slotOf;
  private final int[] itemOf;
  private final float[] weights;

  /**
   * @param lambda regularization, over 0
   */
  public LinearItems(TrainingData data, double lambda) {
    this(data, lambda, 1);
  }

  /**
   * @param fewest histories that an item must be in to take part
   */
  LinearItems(TrainingData data, double lambda, int fewest) {
    Interactions byHistory = data.interactions(EventWeights.defaults());
    itemOf = mostPopular(byHistory, fewest);
    slotOf = new int[byHistory.columnCount()];
    Arrays.fill(slotOf, -1);
    for (int slot = 0; slot < itemOf.length; slot++) {
      slotOf[itemOf[slot]] = slot;
    }
    weights = learn(byHistory, lambda);
  }

  private static int[] mostPopular(Interactions byHistory, int fewest) {
    int[] counts = new int[byHistory.columnCount()];
    for (int item : byHistory.columns()) {
      counts[item]++;
    }
    return IntStream.range(0, counts.length)
        .filter(item -> counts[item] >= fewest)
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(item -> -counts[item]))
        .limit(MOST_ITEMS)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private float[] learn(Interactions byHistory, double lambda) {
    int n = itemOf.length;
    double[] p = together(byHistory);
    for (int i = 0; i < n; i++) {
      p[i * n + i] += lambda;
    }
    SymmetricInverse.invert(p, n);
    float[] b = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        b[i * n + j] = i == j ? 0 : (float) (-p[i * n + j] / p[j * n + j]);
      }
    }
    return b;
  }

  private double[] together(Interactions byHistory) {
    int n = itemOf.length;
    double[] counts = new double[n * n];
    for (int row = 0; row < byHistory.rows(); row++) {
      for (int a = byHistory.starts()[row]; a < byHistory.starts()[row + 1]; a++) {
        int i = slotOf[byHistory.columns()[a]];
        for (int b = byHistory.starts()[row]; i >= 0 && b < byHistory.starts()[row + 1]; b++) {
          int j = slotOf[byHistory.columns()[b]];
          if (j >= 0) {
            counts[i * n + j]++;
          }
        }
      }
    }
    return counts;
  }

  /** The items that take part, the most popular first. */
  int[] items() {
    return itemOf.clone();
  }

  @Override
  public String name() {
    return "linear-items";
  }

  @Override
  public float[] score(History history) {
    float[] scores = new float[slotOf.length];
    int n = itemOf.length;
    for (int item : history.items()) {
      int row = slotOf[item];
      for (int slot = 0; row >= 0 && slot < n; slot++) {
        scores[itemOf[slot]] += weights[row * n + slot];
      }
    }
    return scores;
  }
}
