package io.xunbao.flinkjobs.stats;

import java.io.Serializable;
import java.util.List;

/**
 * A Beta distribution of rates: what is believed of a product of which nothing was seen.
 *
 * @param mean the usual rate, in 0..1
 * @param strength how many trials the belief weighs
 */
public record BetaPrior(double mean, double strength) implements Serializable {
  private static final double STRONGEST = 1e6;
  private static final double WEAKEST = 1;

  public BetaPrior {
    if (!(mean >= 0 && mean <= 1) || !(strength > 0)) {
      throw new IllegalArgumentException(
          "mean must be in 0..1 and strength > 0, got " + mean + " and " + strength);
    }
  }

  /** Successes of a product out of its trials; either may be a decayed sum. */
  public record Observed(double successes, double trials) {}

  /**
   * The mean of the posterior: (successes + mean x strength) / (trials + strength), in 0..1. More
   * successes than trials, as position correction can give, count as that many trials.
   */
  public double smooth(double successes, double trials) {
    return (successes + mean * strength) / (Math.max(successes, trials) + strength);
  }

  /**
   * The prior that products themselves show, by the moments of their rates (Kleinman 1973, with
   * trials as weights). Products that differ by no more than chance give the strongest prior.
   *
   * @param products at least one with trials
   */
  public static BetaPrior fit(List<Observed> products) {
    double trials = 0;
    double successes = 0;
    double squares = 0;
    int k = 0;
    for (Observed product : products) {
      if (product.trials() > 0) {
        k++;
        trials += product.trials();
        successes += Math.min(product.successes(), product.trials());
        squares += product.trials() * product.trials();
      }
    }
    if (k == 0) {
      throw new IllegalArgumentException("a prior needs a product with trials, got none");
    }
    double mean = successes / trials;
    double noise = mean * (1 - mean);
    double spread = 0;
    for (Observed product : products) {
      if (product.trials() > 0) {
        double rate = Math.min(1, product.successes() / product.trials());
        spread += product.trials() * (rate - mean) * (rate - mean);
      }
    }
    double own = trials - squares / trials - (k - 1);
    double correlation = noise > 0 && own > 0 ? (spread - (k - 1) * noise) / (own * noise) : 0;
    double strength = correlation > 0 ? 1 / correlation - 1 : STRONGEST;
    return new BetaPrior(mean, Math.clamp(strength, WEAKEST, STRONGEST));
  }
}
