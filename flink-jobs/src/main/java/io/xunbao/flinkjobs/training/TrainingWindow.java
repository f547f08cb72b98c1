package io.xunbao.flinkjobs.training;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long behaviour after an impression counts for it.
 *
 * @param length by the time of the events
 * @param remembered how long a finished impression is known by its id, so that one that is
 *     delivered again makes no second group
 */
public record TrainingWindow(Duration length, Duration remembered) implements Serializable {
  /** An hour, in which most of what shoppers do with a list is done; a day. */
  public static final TrainingWindow DEFAULT =
      new TrainingWindow(Duration.ofHours(1), Duration.ofDays(1));

  public TrainingWindow {
    if (length.isZero() || length.isNegative() || remembered.compareTo(length) < 0) {
      throw new IllegalArgumentException(
          "length must be > 0 and remembered >= length, got " + length + " and " + remembered);
    }
  }
}
