package io.xunbao.flinkjobs.stats;

/**
 * A shopper's clicks on one product in one period.
 *
 * @param first time of the earliest, in milliseconds since the epoch
 * @param clicks how many
 */
public record ClickTally(long first, int clicks) {
  static ClickTally of(long at) {
    return new ClickTally(at, 1);
  }

  ClickTally plus(ClickTally other) {
    return new ClickTally(Math.min(first, other.first), clicks + other.clicks);
  }

  /** Whether the shopper counts as one who clicked, in the hour of the first click. */
  boolean counts() {
    return clicks <= Clickers.MOST;
  }
}
