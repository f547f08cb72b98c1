package io.xunbao.indexer.snapshot;

import java.util.List;
import java.util.Map;

/** Commits for tests that need no Lucene. */
final class Commits {
  private Commits() {}

  /** The commit of a number of a shard; the same arguments give the same commit. */
  static ShardCommit commit(int shard, long number) {
    return commit(shard, number, "id-" + shard + "-" + number);
  }

  static ShardCommit commit(int shard, long number, String id) {
    return new ShardCommit(
        shard,
        "segments_" + Long.toString(number, Character.MAX_RADIX),
        id,
        (int) number,
        Map.of("0:file", number),
        new ShardTally(number, number, 0, 0, 0),
        0,
        false,
        List.of(new SnapshotFile("_" + number + ".cfs", 10, number)));
  }

  static List<ShardCommit> both(long number) {
    return List.of(commit(0, number), commit(1, number));
  }
}
