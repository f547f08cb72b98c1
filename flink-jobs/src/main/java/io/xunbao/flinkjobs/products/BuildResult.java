package io.xunbao.flinkjobs.products;

import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.ShardTally;
import io.xunbao.indexer.snapshot.Snapshot;
import java.time.Duration;
import java.util.Objects;

/**
 * A finished generation.
 *
 * @param resumed whether an earlier, interrupted run had begun it
 * @param elapsed of this run
 */
public record BuildResult(
    Generation generation, Snapshot snapshot, boolean resumed, Duration elapsed) {
  public BuildResult {
    Objects.requireNonNull(generation, "generation");
    Objects.requireNonNull(snapshot, "snapshot");
    Objects.requireNonNull(elapsed, "elapsed");
  }

  /** Records in all sources, as the readers counted them. */
  public long recordsIn() {
    return snapshot.positions().values().stream().mapToLong(Long::longValue).sum();
  }

  public ShardTally tally() {
    return snapshot.tally();
  }

  /**
   * The sum law, over independent counts: what the readers read is what the shards received, every
   * record has one fate, and Lucene holds as many documents as were indexed.
   */
  public boolean balances() {
    ShardTally tally = tally();
    return recordsIn() == tally.received()
        && tally.balances()
        && tally.indexed() == snapshot.documents();
  }
}
