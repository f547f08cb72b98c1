package io.xunbao.flinkjobs.interest;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * How interests are kept.
 *
 * @param facts vectors of products
 * @param pause least time between two messages of one shopper: the first event is told at once,
 *     what follows within the pause together
 * @param groupPause the same for a segment, which changes with each event of many shoppers
 * @param retention how long a shopper is remembered who does nothing
 */
public record InterestSettings(
    ProductFacts facts, Duration pause, Duration groupPause, Duration retention)
    implements Serializable {
  public InterestSettings {
    Objects.requireNonNull(facts, "facts");
    if (pause.isNegative() || groupPause.isNegative()) {
      throw new IllegalArgumentException(
          "pause and groupPause must be >= 0, got " + pause + " and " + groupPause);
    }
    if (retention.isZero() || retention.isNegative()) {
      throw new IllegalArgumentException("retention must be > 0, got " + retention);
    }
  }

  /** A fifth of a second; five seconds for segments; 90 days. */
  public static InterestSettings defaults(ProductFacts facts) {
    return new InterestSettings(
        facts, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofDays(90));
  }
}
