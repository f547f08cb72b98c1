package io.xunbao.flinkjobs.behaviour;

import java.io.Serializable;
import java.time.Duration;

/**
 * What no shopper does. The rate is held against all shoppers of the same time by median and MAD
 * (median absolute deviation) of the logarithm of counts, which a farm of up to half of all
 * shoppers cannot move.
 *
 * @param window over which events are counted
 * @param deviations how many MADs (scaled to a standard deviation) above the median a rate may lie
 * @param leastSpread lower bound of the scaled MAD, since most shoppers do one thing a window and
 *     the MAD is then 0
 * @param fewest events a window that are always allowed
 * @param repeats how often one thing may be done with one product in a window
 * @param regular number of gaps between events of which the regularity is judged
 * @param regularity MAD of those gaps as a share of their median, below which it is a machine
 * @param penalty how long a shopper who broke a rule is turned away
 */
public record BotRules(
    Duration window,
    double deviations,
    double leastSpread,
    int fewest,
    int repeats,
    int regular,
    double regularity,
    Duration penalty)
    implements Serializable {
  public static final BotRules DEFAULT =
      new BotRules(Duration.ofMinutes(1), 8, 0.35, 60, 20, 30, 0.02, Duration.ofMinutes(10));

  private static final double MAD_TO_DEVIATION = 1.4826;

  public BotRules {
    if (window.isZero() || window.isNegative() || penalty.isNegative()) {
      throw new IllegalArgumentException(
          "window must be > 0 and penalty >= 0, got " + window + " and " + penalty);
    }
    if (!(deviations > 0) || !(leastSpread >= 0) || !(regularity >= 0)) {
      throw new IllegalArgumentException(
          "deviations must be > 0, leastSpread and regularity >= 0, got "
              + deviations
              + ", "
              + leastSpread
              + " and "
              + regularity);
    }
    if (fewest < 1 || repeats < 1 || regular < 3) {
      throw new IllegalArgumentException(
          "fewest and repeats must be >= 1 and regular >= 3, got "
              + fewest
              + ", "
              + repeats
              + " and "
              + regular);
    }
  }

  /** How many events a window a shopper may send, given the spread over all shoppers. */
  double limit(double medianOfLogs, double madOfLogs) {
    double spread = Math.max(leastSpread, MAD_TO_DEVIATION * madOfLogs);
    return Math.max(fewest, Math.exp(medianOfLogs + deviations * spread));
  }
}
