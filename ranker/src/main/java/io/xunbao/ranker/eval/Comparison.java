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

  /** The same of differences that are known, one a query or a list. */
  public static Comparison of(String metric, double[] differences, long seed) {
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
    Interval mean = Interval.ofMean(differences, random);
    return new Comparison(
        metric,
        mean.value(),
        mean.low(),
        mean.high(),
        permutation(differences, mean.value(), random),
        (int) Arrays.stream(differences).filter(d -> d > EQUAL).count(),
        (int) Arrays.stream(differences).filter(d -> Math.abs(d) <= EQUAL).count(),
        (int) Arrays.stream(differences).filter(d -> d < -EQUAL).count());
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
