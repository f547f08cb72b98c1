package io.xunbao.standalone.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws from a seeded source. */
final class Chance {
  private final RandomGenerator random;

  Chance(RandomGenerator random) {
    this.random = random;
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int low, int highInclusive) {
    return random.nextInt(low, highInclusive + 1);
  }

  double uniform() {
    return random.nextDouble();
  }

  double gaussian() {
    return random.nextGaussian();
  }

  <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** {@code count} distinct values in random order, or all where there are fewer. */
  <T> List<T> some(List<T> values, int count) {
    List<T> rest = new ArrayList<>(values);
    List<T> chosen = new ArrayList<>();
    while (chosen.size() < count && !rest.isEmpty()) {
      chosen.add(rest.remove(random.nextInt(rest.size())));
    }
    return chosen;
  }

  /** An index drawn in proportion to non-negative weights whose sum is positive. */
  int weighted(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double mark = random.nextDouble() * sum;
    for (int i = 0; i < weights.length; i++) {
      mark -= weights[i];
      if (mark < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /**
   * A sample of a symmetric Dirichlet distribution: weights that sum to one, the sparser the
   * smaller the concentration. Gamma variates by Marsaglia and Tsang (2000), with the boost for
   * shapes below one.
   */
  double[] dirichlet(int size, double concentration) {
    double[] weights = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      weights[i] = gamma(concentration);
      sum += weights[i];
    }
    for (int i = 0; i < size; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  private double gamma(double shape) {
    if (shape < 1) {
      double boost = Math.pow(1 - random.nextDouble(), 1 / shape);
      return Math.max(Double.MIN_NORMAL, gamma(shape + 1) * boost);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
