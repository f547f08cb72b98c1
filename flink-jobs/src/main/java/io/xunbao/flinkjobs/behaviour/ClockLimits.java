package io.xunbao.flinkjobs.behaviour;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Which clocks are believed.
 *
 * @param ahead how far an event may lie after its arrival: clocks of shoppers differ by seconds
 * @param earliest no event is older: a clock without battery starts in 1970 or 1980
 */
public record ClockLimits(Duration ahead, Instant earliest) implements Serializable {
  /** Five minutes ahead; nothing before this century. */
  public static final ClockLimits DEFAULT =
      new ClockLimits(Duration.ofMinutes(5), Instant.parse("2000-01-01T00:00:00Z"));

  public ClockLimits {
    Objects.requireNonNull(earliest, "earliest");
    if (ahead.isNegative()) {
      throw new IllegalArgumentException("ahead must be >= 0, got " + ahead);
    }
  }

  void check(Instant at, long received) throws BrokenRule {
    Instant latest = Instant.ofEpochMilli(received).plus(ahead);
    if (at.isAfter(latest)) {
      throw new BrokenRule(
          "clock.future",
          "at must not be after " + latest + ", " + ahead + " past its arrival",
          at.toString());
    }
    if (at.isBefore(earliest)) {
      throw new BrokenRule("clock.past", "at must not be before " + earliest, at.toString());
    }
  }
}
