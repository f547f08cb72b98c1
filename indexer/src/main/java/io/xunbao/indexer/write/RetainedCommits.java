package io.xunbao.indexer.write;

import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.snapshot.SnapshotStore;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;

/**
 * Keeps every commit that a reader or a restart may ask for: all from the oldest retained snapshot
 * on, also those that no snapshot names yet.
 */
final class RetainedCommits extends IndexDeletionPolicy {
  private final int shard;
  private final SnapshotStore snapshots;

  RetainedCommits(int shard, SnapshotStore snapshots) {
    this.shard = shard;
    this.snapshots = snapshots;
  }

  @Override
  public void onInit(List<? extends IndexCommit> commits) throws IOException {
    onCommit(commits);
  }

  @Override
  public void onCommit(List<? extends IndexCommit> commits) throws IOException {
    List<Snapshot> retained = snapshots.retained();
    if (retained.isEmpty()) {
      return;
    }
    long oldest = retained.getLast().shards().get(shard).number();
    for (IndexCommit commit : commits) {
      if (commit.getGeneration() < oldest) {
        commit.delete();
      }
    }
  }
}
