package io.xunbao.flinkjobs.sink;

import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotStore;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.Committer;

/**
 * Publishes the commits of one checkpoint as one snapshot. Flink may hand in the same commits again
 * after a restart; publishing is idempotent.
 *
 * <p>Near the end of a bounded input a shard that has finished sends no more commits; its last one
 * stands in. A checkpoint that misses a shard which has not finished was not completed: it is
 * passed over, and the next one includes it.
 */
final class SnapshotCommitter implements Committer<ShardCommit> {
  private final SnapshotStore snapshots;
  private final int shards;
  private final Map<Integer, ShardCommit> finished = new TreeMap<>();

  SnapshotCommitter(SnapshotStore snapshots, int shards) {
    this.snapshots = snapshots;
    this.shards = shards;
  }

  @Override
  public void commit(Collection<CommitRequest<ShardCommit>> requests) throws IOException {
    Map<Integer, ShardCommit> commits = new TreeMap<>();
    for (CommitRequest<ShardCommit> request : requests) {
      ShardCommit commit = request.getCommittable();
      commits.merge(commit.shard(), commit, (a, b) -> a.number() > b.number() ? a : b);
    }
    commits.values().stream()
        .filter(ShardCommit::finished)
        .forEach(commit -> finished.put(commit.shard(), commit));
    if (commits.size() < shards) {
      finishedBefore().forEach(commits::putIfAbsent);
      finished.forEach(commits::putIfAbsent);
    }
    if (commits.size() == shards) {
      snapshots.publish(List.copyOf(commits.values()));
    }
  }

  /** Shards that had finished when the current snapshot was published. */
  private Map<Integer, ShardCommit> finishedBefore() throws IOException {
    Map<Integer, ShardCommit> before = new TreeMap<>();
    Optional<Snapshot> current = snapshots.current();
    current.ifPresent(
        snapshot ->
            snapshot.shards().stream()
                .filter(ShardCommit::finished)
                .forEach(commit -> before.put(commit.shard(), commit)));
    return before;
  }

  @Override
  public void close() {
    // holds nothing
  }
}
