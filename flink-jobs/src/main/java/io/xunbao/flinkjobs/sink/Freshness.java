package io.xunbao.flinkjobs.sink;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.metrics.MetricGroup;

/**
 * How old the newest message of a shard's last commit is, by the broker's clock: {@code
 * newestMessageAgeSeconds}, not a number before the first. It grows while nothing comes; beside
 * {@code pendingRecords} it tells whether something is held up.
 */
final class Freshness {
  private static final double MILLIS = 1e3;

  private final AtomicLong committed = new AtomicLong(Long.MIN_VALUE);
  private long written = Long.MIN_VALUE;

  Freshness(MetricGroup metrics) {
    metrics.gauge("newestMessageAgeSeconds", this::ageSeconds);
  }

  /**
   * A message was written.
   *
   * @param at milliseconds since the epoch
   */
  void written(long at) {
    written = Math.max(written, at);
  }

  /** What was written is in a commit. */
  void committed() {
    committed.set(written);
  }

  private double ageSeconds() {
    long newest = committed.get();
    return newest == Long.MIN_VALUE ? Double.NaN : (System.currentTimeMillis() - newest) / MILLIS;
  }
}
