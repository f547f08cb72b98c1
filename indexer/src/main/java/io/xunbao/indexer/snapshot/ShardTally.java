package io.xunbao.indexer.snapshot;

/**
 * What became of the records that a shard received; all counts are since the generation began and
 * survive restarts, because they are stored in the Lucene commit that they describe.
 *
 * @param received records that reached the shard
 * @param indexed products that are in the index
 * @param superseded versions that a newer version of the same product replaced, before or after
 *     they were written
 * @param deleted products whose newest version is a tombstone
 * @param quarantined records that the quality rules refused
 */
public record ShardTally(
    long received, long indexed, long superseded, long deleted, long quarantined) {
  public static final ShardTally ZERO = new ShardTally(0, 0, 0, 0, 0);

  public ShardTally plus(ShardTally other) {
    return new ShardTally(
        received + other.received,
        indexed + other.indexed,
        superseded + other.superseded,
        deleted + other.deleted,
        quarantined + other.quarantined);
  }

  /** The sum law: every record has exactly one fate. */
  public boolean balances() {
    return received == indexed + superseded + deleted + quarantined;
  }
}
