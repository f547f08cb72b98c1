package io.xunbao.flinkjobs.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.snapshot.MemorySnapshotStore;
import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.ShardTally;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotCommitterTest {
  private final MemorySnapshotStore store = new MemorySnapshotStore("gen-1");
  private final SnapshotCommitter committer = new SnapshotCommitter(store, 2);

  @Test
  void commit_allShards_publishesThemTogether() throws IOException {
    commit(running(0, 1), running(1, 1));
    assertThat(published()).containsExactly(running(0, 1), running(1, 1));
  }

  @Test
  void commit_repeatedAfterARestart_changesNothing() throws IOException {
    commit(running(0, 1), running(1, 1));
    commit(running(0, 2), running(1, 2));
    new SnapshotCommitter(store, 2).commit(Requests.of(running(0, 1), running(1, 1)));
    new SnapshotCommitter(store, 2).commit(Requests.of(running(0, 2), running(1, 2)));
    assertThat(store.retained()).hasSize(2);
    assertThat(published()).containsExactly(running(0, 2), running(1, 2));
  }

  @Test
  void commit_shardThatHasFinishedIsMissing_itsLastCommitStandsIn() throws IOException {
    commit(finished(0, 1), running(1, 1));
    commit(running(1, 2));
    assertThat(published()).containsExactly(finished(0, 1), running(1, 2));
  }

  @Test
  void commit_finishedShardMissingAfterARestart_isTakenFromThePublishedSnapshot()
      throws IOException {
    commit(finished(0, 1), running(1, 1));
    new SnapshotCommitter(store, 2).commit(Requests.of(finished(1, 2)));
    assertThat(published()).containsExactly(finished(0, 1), finished(1, 2));
  }

  @Test
  void commit_runningShardIsMissing_waitsForTheNextCheckpoint() throws IOException {
    commit(running(0, 1), running(1, 1));
    commit(finished(0, 2));
    assertThat(published()).containsExactly(running(0, 1), running(1, 1));
    commit(running(1, 2));
    assertThat(published()).containsExactly(finished(0, 2), running(1, 2));
  }

  @Test
  void commit_runningShardIsMissingAlthoughBefore_neverMixesCheckpoints() throws IOException {
    commit(running(0, 1), running(1, 1));
    commit(running(0, 2));
    assertThat(published()).containsExactly(running(0, 1), running(1, 1));
  }

  private void commit(ShardCommit... commits) throws IOException {
    committer.commit(Requests.of(commits));
  }

  private List<ShardCommit> published() {
    return store.current().orElseThrow().shards();
  }

  static ShardCommit running(int shard, long number) {
    return commit(shard, number, false);
  }

  static ShardCommit finished(int shard, long number) {
    return commit(shard, number, true);
  }

  private static ShardCommit commit(int shard, long number, boolean finished) {
    return new ShardCommit(
        shard,
        "segments_" + number,
        "id-" + shard + "-" + number + finished,
        1,
        Map.of("0:file", number),
        ShardTally.ZERO,
        0,
        finished,
        List.of());
  }
}
