package io.xunbao.ranker.eval;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One metric of two runs over the same queries, paired by query.
 *
 * @param metric name of the metric
 * @param difference mean of ours minus the baseline's
 * @param low lower end of the 95% interval of the difference
 * @param high upper end of it
 * @param p two-sided p of a paired permutation test
 * @param wins queries that are better in ours
 * @param ties queries that are equal in both
 * @param losses queries that are worse in ours
 */
public record Comparison(
    String metric,
    double difference,
    double low,
    double high,
    double p,
    int wins,
    int ties,
    int losses) {
  private static final int RESAMPLES = 10_000;
  private static final double EQUAL = 1e-12;

  /**
   * Compares by the percentile bootstrap over queries and by random sign flips (Smucker et al.,
   * CIKM 2007), both with 10,000 draws from the seed.
   *
   * @throws IllegalArgumentException where the two do not share their queries
   */
  public static Comparison of(Evaluation ours, Evaluation baseline, String metric, long seed) {
    if (!ours.queries().keySet().equals(baseline.queries().keySet())) {
      throw new IllegalArgumentException("both runs must be measured on the same queries");
    }
    double[] differences =
        ours.queries().entrySet().stream()
            .filter(query -> query.getValue().containsKey(metric))
            .mapToDouble(
                query -> query.getValue().get(metric) - value(baseline, query.getKey(), metric))
            .toArray();
    return of(metric, differences, new SplittableRandom(seed));
  }

  private static double value(Evaluation evaluation, String query, String metric) {
    Double value = evaluation.queries().getOrDefault(query, Map.of()).get(metric);
    if (value == null) {
      throw new IllegalArgumentException(metric + " of the baseline is undefined for " + query);
    }
    return value;
  }

  static Comparison of(String metric, double[] differences, RandomGenerator random) {
    double mean = Arrays.stream(differences).average().orElse(0);
    double[] means = bootstrap(differences, random);
    return new Comparison(
        metric,
        mean,
        quantile(means, 0.025),
        quantile(means, 0.975),
        permutation(differences, mean, random),
        (int) Arrays.stream(differences).filter(d -> d > EQUAL).count(),
        (int) Arrays.stream(differences).filter(d -> Math.abs(d) <= EQUAL).count(),
        (int) Arrays.stream(differences).filter(d -> d < -EQUAL).count());
  }

  private static double[] bootstrap(double[] differences, RandomGenerator random) {
    double[] means = new double[RESAMPLES];
    for (int i = 0; differences.length > 0 && i < RESAMPLES; i++) {
      double sum = 0;
      for (int n = 0; n < differences.length; n++) {
        sum += differences[random.nextInt(differences.length)];
      }
      means[i] = sum / differences.length;
    }
    Arrays.sort(means);
    return means;
  }

  private static double quantile(double[] sorted, double q) {
    double at = q * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = (int) Math.ceil(at);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static double permutation(double[] differences, double mean, RandomGenerator random) {
    int asExtreme = 0;
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (double difference : differences) {
        sum += random.nextBoolean() ? difference : -difference;
      }
      if (Math.abs(sum) >= Math.abs(mean) * differences.length - EQUAL) {
        asExtreme++;
      }
    }
    return (asExtreme + 1.0) / (RESAMPLES + 1.0);
  }
}
