package io.xunbao.ranker.eval.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a policy that was never shown would have earned, from the log of another whose choices were
 * random with known chances.
 *
 * @param value estimate of the reward an impression
 * @param low lower end of the 95% bootstrap interval over impressions
 * @param high upper end of it
 */
public record OffPolicy(double value, double low, double high) {
  private static final int RESAMPLES = 1_000;

  public OffPolicy {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must be <= high, got " + low + " and " + high);
    }
  }

  /**
   * One slot of an impression.
   *
   * @param reward what the slot earned, such as 1 for a click
   * @param logged chance that the log's policy shows there what it showed
   * @param target chance that the other policy does
   * @param predictedShown reward that a model expects of what was shown
   * @param predictedTarget reward that the model expects of the other policy in this slot
   */
  public record Slot(
      double reward, double logged, double target, double predictedShown, double predictedTarget) {
    public Slot {
      if (!(logged > 0 && logged <= 1) || !(target >= 0 && target <= 1)) {
        throw new IllegalArgumentException(
            "logged must be in (0, 1] and target in 0..1, got " + logged + " and " + target);
      }
    }

    private double weight() {
      return target / logged;
    }

    private double robust() {
      return predictedTarget + weight() * (reward - predictedShown);
    }
  }

  /** Inverse propensity scores (Horvitz and Thompson 1952): unbiased, and wide. */
  public static OffPolicy ips(List<List<Slot>> impressions, long seed) {
    return ratio(sums(impressions, s -> s.weight() * s.reward()), null, seed);
  }

  /**
   * Self-normalised inverse propensity scores (Swaminathan and Joachims, NIPS 2015): a little
   * biased where the log is small, and narrower. Impressions must have equally many slots.
   */
  public static OffPolicy snips(List<List<Slot>> impressions, long seed) {
    double slots = impressions.stream().mapToInt(List::size).average().orElse(1);
    double[] weights = sums(impressions, s -> s.weight() / slots);
    return ratio(sums(impressions, s -> s.weight() * s.reward()), weights, seed);
  }

  /**
   * Doubly robust (Dudik et al., ICML 2011): the model's expectation, corrected by what it missed;
   * unbiased where either the chances or the model are right.
   */
  public static OffPolicy doublyRobust(List<List<Slot>> impressions, long seed) {
    return ratio(sums(impressions, Slot::robust), null, seed);
  }

  /** What {@link #ips} finds more than was earned as logged; an interval above 0 is a gain. */
  public static OffPolicy ipsGain(List<List<Slot>> impressions, long seed) {
    return ratio(sums(impressions, s -> (s.weight() - 1) * s.reward()), null, seed);
  }

  /** What {@link #doublyRobust} finds more than was earned as logged. */
  public static OffPolicy doublyRobustGain(List<List<Slot>> impressions, long seed) {
    return ratio(sums(impressions, s -> s.robust() - s.reward()), null, seed);
  }

  private interface Term {
    double of(Slot slot);
  }

  private static double[] sums(List<List<Slot>> impressions, Term term) {
    if (impressions.isEmpty()) {
      throw new IllegalArgumentException("a log must have at least one impression, got none");
    }
    return impressions.stream()
        .mapToDouble(slots -> slots.stream().mapToDouble(term::of).sum())
        .toArray();
  }

  /** The ratio of two means; of the first alone where there is no second. */
  private static OffPolicy ratio(
      double[] values, double @org.jspecify.annotations.Nullable [] over, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      double below = 0;
      for (int n = 0; n < values.length; n++) {
        int drawn = random.nextInt(values.length);
        sum += values[drawn];
        below += over == null ? 1 : over[drawn];
      }
      means[i] = below == 0 ? 0 : sum / below;
    }
    Arrays.sort(means);
    double below = over == null ? values.length : Arrays.stream(over).sum();
    double value = below == 0 ? 0 : Arrays.stream(values).sum() / below;
    return new OffPolicy(
        value, means[(int) (0.025 * RESAMPLES)], means[(int) (0.975 * RESAMPLES) - 1]);
  }
}
