package io.xunbao.indexer.snapshot;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Snapshots in memory: the reference for the store's laws, and a stand-in for tests of others. */
public final class MemorySnapshotStore implements SnapshotStore {
  private final String generation;
  private List<Snapshot> retained = List.of();

  public MemorySnapshotStore(String generation) {
    this.generation = generation;
  }

  @Override
  public synchronized Optional<Snapshot> current() {
    return retained.stream().findFirst();
  }

  @Override
  public synchronized List<Snapshot> retained() {
    return retained;
  }

  @Override
  public synchronized Optional<Snapshot> publish(List<ShardCommit> commits) throws IOException {
    Optional<Snapshot> next = PublishRule.next(generation, commits, retained);
    if (next.isPresent()) {
      int kept = Math.min(retained.size(), PublishRule.RETAINED - 1);
      retained = Stream.concat(next.stream(), retained.subList(0, kept).stream()).toList();
    }
    return next;
  }
}
