package io.xunbao.indexer.snapshot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides whether commits may be published over the snapshots that are there. */
final class PublishRule {
  /**
   * How many snapshots, and so how many Lucene commits a shard, are kept for readers and restarts.
   */
  static final int RETAINED = 3;

  private PublishRule() {}

  /**
   * The snapshot to publish, or nothing where it or a newer one is published.
   *
   * @param retained what is published, newest first
   */
  static Optional<Snapshot> next(
      String generation, List<ShardCommit> commits, List<Snapshot> retained)
      throws StaleSnapshotException {
    Snapshot published = retained.isEmpty() ? null : retained.getFirst();
    Snapshot next =
        new Snapshot(generation, published == null ? 1 : published.sequence() + 1, commits);
    if (published == null) {
      return Optional.of(next);
    }
    if (published.shards().size() != next.shards().size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a snapshot of %s must hold %d shards, got %s",
              generation,
              published.shards().size(),
              commits));
    }
    boolean newer = false;
    boolean older = false;
    for (int i = 0; i < next.shards().size(); i++) {
      ShardCommit mine = next.shards().get(i);
      ShardCommit theirs = published.shards().get(i);
      newer |= mine.number() > theirs.number();
      older |= mine.number() < theirs.number();
      if (mine.number() == theirs.number() && !mine.sameCommit(theirs)) {
        throw new StaleSnapshotException(mine.toString(), published);
      }
    }
    if (newer && older) {
      throw new StaleSnapshotException(next.shards().toString(), published);
    }
    return newer ? Optional.of(next) : Optional.empty();
  }
}
