package io.xunbao.ranker.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How one method did on cases.
 *
 * @param ranks of the best answer, a case
 * @param groups of the cases, in the same order
 */
public record MethodResult(String method, double[] ranks, List<String> groups) {
  private static final int RESAMPLES = 1_000;

  public MethodResult {
    groups = List.copyOf(groups);
    if (ranks.length != groups.size()) {
      throw new IllegalArgumentException(
          "each rank needs a group, got " + ranks.length + " and " + groups.size());
    }
  }

  /** An estimate with its 95% interval. */
  public record Interval(double mean, double low, double high) {}

  static MethodResult of(ItemScorer scorer, List<Case> cases) {
    double[] ranks = new double[cases.size()];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = cases.get(i).rank(scorer.score(cases.get(i).history()));
    }
    return new MethodResult(scorer.name(), ranks, cases.stream().map(Case::group).toList());
  }

  /** The results of several folds as one. */
  static MethodResult join(List<MethodResult> folds) {
    List<String> groups = new ArrayList<>();
    folds.forEach(fold -> groups.addAll(fold.groups()));
    double[] ranks = folds.stream().flatMapToDouble(f -> Arrays.stream(f.ranks())).toArray();
    return new MethodResult(folds.getFirst().method(), ranks, groups);
  }

  /** The share of cases with an answer among the first {@code k}. */
  public double hitRate(int k) {
    return mean(hits(k));
  }

  /** The mean of 1 / rank, 0 beyond {@code k}. */
  public double reciprocalRank(int k) {
    double[] values = new double[ranks.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = ranks[i] <= k ? 1 / ranks[i] : 0;
    }
    return mean(values);
  }

  /** The hit rate with its bootstrap interval over groups. */
  public Interval hitRateInterval(int k, long seed) {
    return interval(hits(k), seed);
  }

  /** This hit rate minus another method's on the same cases, with its interval over groups. */
  public Interval difference(MethodResult other, int k, long seed) {
    double[] mine = hits(k);
    double[] theirs = other.hits(k);
    for (int i = 0; i < mine.length; i++) {
      mine[i] -= theirs[i];
    }
    return interval(mine, seed);
  }

  private double[] hits(int k) {
    double[] hits = new double[ranks.length];
    for (int i = 0; i < hits.length; i++) {
      hits[i] = ranks[i] <= k ? 1 : 0;
    }
    return hits;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** Percentile bootstrap; whole groups are drawn, because cases of a shopper hang together. */
  private Interval interval(double[] values, long seed) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      double[] sum = sums.computeIfAbsent(groups.get(i), g -> new double[2]);
      sum[0] += values[i];
      sum[1]++;
    }
    List<double[]> all = List.copyOf(sums.values());
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      double sum = 0;
      double count = 0;
      for (int i = 0; i < all.size(); i++) {
        double[] drawn = all.get(random.nextInt(all.size()));
        sum += drawn[0];
        count += drawn[1];
      }
      means[r] = sum / count;
    }
    Arrays.sort(means);
    return new Interval(mean(values), means[RESAMPLES / 40], means[RESAMPLES - RESAMPLES / 40 - 1]);
  }
}
