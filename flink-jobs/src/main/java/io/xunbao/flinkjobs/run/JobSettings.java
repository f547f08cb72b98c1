package io.xunbao.flinkjobs.run;

import java.time.Duration;
import java.util.Objects;

/**
 * How every streaming job runs.
 *
 * @param checkpointInterval what a crash costs, and the larger part of an index change's delay
 * @param parallelism subtasks of an operator that names none itself
 * @param unaligned whether the barriers of checkpoints overtake records, in jobs that allow it
 */
public record JobSettings(Duration checkpointInterval, int parallelism, boolean unaligned) {
  public static final Duration CHECKPOINT_INTERVAL = Duration.ofMillis(500);

  /** With barriers that wait behind records. */
  public JobSettings(Duration checkpointInterval, int parallelism) {
    this(checkpointInterval, parallelism, false);
  }

  public JobSettings {
    Objects.requireNonNull(checkpointInterval, "checkpointInterval");
    if (checkpointInterval.toMillis() < 10) {
      throw new IllegalArgumentException(
          "checkpointInterval must be >= 10 ms, got " + checkpointInterval);
    }
    if (parallelism < 1 || parallelism > 1024) {
      throw new IllegalArgumentException("parallelism must be in 1..1024, got " + parallelism);
    }
  }
}
