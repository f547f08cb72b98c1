package io.xunbao.indexer.snapshot;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The commits of all shards of a generation at one checkpoint: the only thing that readers open.
 *
 * @param generation id of the generation, such as {@code gen-2}
 * @param sequence from 1, grows by one from snapshot to snapshot of a generation
 * @param shards one commit a shard, in the order of the shards
 */
public record Snapshot(String generation, long sequence, List<ShardCommit> shards) {
  public Snapshot {
    Objects.requireNonNull(generation, "generation");
    shards = shards.stream().sorted(Comparator.comparingInt(ShardCommit::shard)).toList();
    for (int i = 0; i < shards.size(); i++) {
      if (shards.get(i).shard() != i) {
        throw new IllegalArgumentException(
            "a snapshot must hold each shard once, got " + shards + " for " + generation);
      }
    }
    if (shards.isEmpty()) {
      throw new IllegalArgumentException("a snapshot must hold a shard, got none");
    }
  }

  /** Live documents in all shards. */
  public long documents() {
    return shards.stream().mapToLong(ShardCommit::documents).sum();
  }

  /** What became of the records that all shards received. */
  public ShardTally tally() {
    return shards.stream().map(ShardCommit::tally).reduce(ShardTally.ZERO, ShardTally::plus);
  }

  /**
   * For each source the next record to read. A record goes to one shard, and all before a
   * checkpoint's barrier have arrived, so the furthest shard tells how far the source was read.
   */
  public Map<String, Long> positions() {
    Map<String, Long> furthest = new TreeMap<>();
    shards.forEach(shard -> shard.positions().forEach((s, p) -> furthest.merge(s, p, Math::max)));
    return furthest;
  }

  /** Whether the input of a bounded build had ended in every shard. */
  public boolean finished() {
    return shards.stream().allMatch(ShardCommit::finished);
  }

  /** How much of the generation's quarantine file belongs to this snapshot, in bytes. */
  public long quarantineBytes() {
    return shards.stream().mapToLong(ShardCommit::quarantineBytes).sum();
  }

  /** Whether it is of the same Lucene commits. */
  public boolean sameCommits(Snapshot other) {
    return generation.equals(other.generation) && sameCommits(other.shards);
  }

  /** Whether it is of these Lucene commits, which stand in the order of the shards. */
  boolean sameCommits(List<ShardCommit> commits) {
    return shards.size() == commits.size()
        && IntStream.range(0, commits.size())
            .allMatch(i -> shards.get(i).sameCommit(commits.get(i)));
  }

  /** Such as {@code gen-2/14}. */
  public String id() {
    return generation + "/" + sequence;
  }
}
