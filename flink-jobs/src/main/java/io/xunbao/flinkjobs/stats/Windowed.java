package io.xunbao.flinkjobs.stats;

import java.util.Objects;

/**
 * Counts of the last hours, the hour asked for among them.
 *
 * @param hours length of the window
 */
public record Windowed(long hours, Counts counts) {
  public Windowed {
    Objects.requireNonNull(counts, "counts");
  }
}
