package io.xunbao.flinkjobs.sink;

import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Snapshots that are counted as they are published: {@code snapshotsPublished}, and {@code
 * snapshotAgeSeconds} since the newest, or since the job began.
 */
final class CountedSnapshots implements SnapshotStore {
  private static final double NANOS = 1e9;

  private final SnapshotStore snapshots;
  private final Counter published;
  private final AtomicLong newest = new AtomicLong(System.nanoTime());

  CountedSnapshots(SnapshotStore snapshots, MetricGroup metrics) {
    this.snapshots = snapshots;
    this.published = metrics.counter("snapshotsPublished");
    metrics.gauge("snapshotAgeSeconds", () -> (System.nanoTime() - newest.get()) / NANOS);
  }

  @Override
  public Optional<Snapshot> current() throws IOException {
    return snapshots.current();
  }

  @Override
  public List<Snapshot> retained() throws IOException {
    return snapshots.retained();
  }

  @Override
  public Optional<Snapshot> publish(List<ShardCommit> commits) throws IOException {
    Optional<Snapshot> next = snapshots.publish(commits);
    if (next.isPresent()) {
      published.inc();
      newest.set(System.nanoTime());
    }
    return next;
  }
}
