package io.xunbao.ranker.eval;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * An estimate with its 95% interval.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double value, double low, double high) {
  private static final int RESAMPLES = 10_000;

  /** The percentile bootstrap of a mean; 0 where there is no value. */
  static Interval ofMean(double[] values, RandomGenerator random) {
    double[] means = new double[RESAMPLES];
    for (int i = 0; values.length > 0 && i < RESAMPLES; i++) {
      double sum = 0;
      for (int n = 0; n < values.length; n++) {
        sum += values[random.nextInt(values.length)];
      }
      means[i] = sum / values.length;
    }
    return of(Arrays.stream(values).average().orElse(0), means);
  }

  /** The middle 95% of what resampling gave. */
  public static Interval of(double value, double[] resampled) {
    double[] sorted = resampled.clone();
    Arrays.sort(sorted);
    return new Interval(value, quantile(sorted, 0.025), quantile(sorted, 0.975));
  }

  private static double quantile(double[] sorted, double q) {
    double at = q * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = (int) Math.ceil(at);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
