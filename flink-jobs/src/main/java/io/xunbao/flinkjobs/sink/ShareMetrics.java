package io.xunbao.flinkjobs.sink;

import io.xunbao.indexer.share.SnapshotSender;
import io.xunbao.indexer.share.SnapshotSharing;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How sharing goes on, as metrics of the committer: {@code snapshotsShared}, {@code bytesShared},
 * {@code shareFailures}, and {@code shareBehindSeconds}, the time since the store last had what is
 * served. A failure is logged when it begins or changes, and its end is logged too.
 */
final class ShareMetrics implements SnapshotSender.Observer {
  private static final Logger LOG = LoggerFactory.getLogger(ShareMetrics.class);
  private static final double NANOS = 1e9;

  private final String store;
  private final Counter snapshots;
  private final Counter bytes;
  private final Counter failures;
  private final AtomicLong equalAt = new AtomicLong(System.nanoTime());
  private String trouble = "";

  ShareMetrics(MetricGroup metrics, String store) {
    this.store = store;
    this.snapshots = metrics.counter("snapshotsShared", new ThreadSafeSimpleCounter());
    this.bytes = metrics.counter("bytesShared", new ThreadSafeSimpleCounter());
    this.failures = metrics.counter("shareFailures", new ThreadSafeSimpleCounter());
    metrics.gauge("shareBehindSeconds", () -> (System.nanoTime() - equalAt.get()) / NANOS);
  }

  @Override
  public void sent(SnapshotSharing.Sent sent) {
    snapshots.inc();
    bytes.inc(sent.bytes());
    isThere();
  }

  @Override
  public void isThere() {
    equalAt.set(System.nanoTime());
    if (!trouble.isEmpty()) {
      LOG.info("{} takes snapshots again", store);
      trouble = "";
    }
  }

  @Override
  public void failed(Exception failure) {
    failures.inc();
    if (!failure.toString().equals(trouble)) {
      trouble = failure.toString();
      LOG.warn("{} did not take a snapshot; the next will be tried", store, failure);
    }
  }
}
