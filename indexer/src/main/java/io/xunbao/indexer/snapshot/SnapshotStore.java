package io.xunbao.indexer.snapshot;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The published snapshots of one generation.
 *
 * <p>Laws, which every implementation's test runs: publishing is atomic (a reader gets the old or
 * the new snapshot, whole), monotone (older commits never replace newer ones) and idempotent
 * (publishing the same commits again changes nothing).
 */
public interface SnapshotStore {
  /** The newest snapshot that is whole. */
  Optional<Snapshot> current() throws IOException;

  /** The snapshots that can be opened, newest first. */
  List<Snapshot> retained() throws IOException;

  /**
   * Makes the commits of all shards current, durably.
   *
   * @param commits one of each shard, in any order
   * @return the new snapshot; empty when these or newer commits are published already
   * @throws StaleSnapshotException when some shards are newer and others older than what is
   *     published: the commits are not of one state
   */
  Optional<Snapshot> publish(List<ShardCommit> commits) throws IOException;
}
