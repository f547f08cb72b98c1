package io.xunbao.flinkjobs.products;

import java.time.Duration;
import java.util.Objects;

/**
 * What to build beside the served generation, and how to catch up.
 *
 * @param build without files everything is taken from what the served generation stores
 * @param patience how long the catching up may make no progress before it is given up
 * @param force whether the swap is made in spite of what the gate says
 */
public record ReindexRequest(
    BuildRequest build, CatchUpStream stream, Duration patience, boolean force) {
  /** Time for a broker to come back, or for a restart of the job. */
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  public ReindexRequest {
    Objects.requireNonNull(build, "build");
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(patience, "patience");
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience must be > 0, got " + patience);
    }
  }
}
