package io.xunbao.flinkjobs.stats;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * Which statistics are made.
 *
 * @param windows lengths of the sliding windows, in hours
 * @param halfLives of the decayed sums, in hours; rates are those of the last one
 * @param horizon hours that are remembered, at least the longest window
 * @param pause least time between two statistics of a product
 */
public record StatsSettings(
    long[] windows, long[] halfLives, long horizon, Duration pause, RatePriors priors)
    implements Serializable {
  public StatsSettings {
    Objects.requireNonNull(priors, "priors");
    windows = windows.clone();
    halfLives = halfLives.clone();
    if (halfLives.length == 0) {
      throw new IllegalArgumentException("halfLives must have at least one, got none");
    }
    for (long window : windows) {
      if (window < 1 || window > horizon) {
        throw new IllegalArgumentException(
            "a window must be in 1.." + horizon + " hours (the horizon), got " + window);
      }
    }
    for (long halfLife : halfLives) {
      if (halfLife < 1) {
        throw new IllegalArgumentException("a half-life must be >= 1 hour, got " + halfLife);
      }
    }
    if (pause.isNegative()) {
      throw new IllegalArgumentException("pause must be >= 0, got " + pause);
    }
  }

  /** Windows of an hour, a day and a week; half-lives of a day and of two weeks; 60 days. */
  public static StatsSettings defaults() {
    return new StatsSettings(
        new long[] {1, 24, 168},
        new long[] {24, 336},
        60 * 24,
        Duration.ofMillis(500),
        RatePriors.DEFAULT);
  }
}
