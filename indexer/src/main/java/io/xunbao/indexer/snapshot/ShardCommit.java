package io.xunbao.indexer.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.SegmentInfos;

/**
 * The identity of one Lucene commit of one shard.
 *
 * @param shard from 0
 * @param segmentsFile such as {@code segments_7}
 * @param commitId Lucene's random id of the commit, which tells apart two commits of the same name
 * @param documents live documents
 * @param positions for each source the next record to read
 * @param tally what became of the records received
 * @param quarantineBytes how much of the quarantine file belongs to this commit
 * @param finished whether the input of a bounded build had ended
 * @param files all files of the commit
 */
public record ShardCommit(
    int shard,
    String segmentsFile,
    String commitId,
    int documents,
    Map<String, Long> positions,
    ShardTally tally,
    long quarantineBytes,
    boolean finished,
    List<SnapshotFile> files) {

  public ShardCommit {
    if (shard < 0) {
      throw new IllegalArgumentException("shard must be >= 0, got " + shard);
    }
    Objects.requireNonNull(segmentsFile, "segmentsFile");
    Objects.requireNonNull(commitId, "commitId");
    Objects.requireNonNull(tally, "tally");
    positions = Map.copyOf(positions);
    files = List.copyOf(files);
  }

  /** Lucene's number of the commit, which only grows within a shard's directory. */
  public long number() {
    return SegmentInfos.generationFromSegmentsFileName(segmentsFile);
  }

  /** Whether both name the same Lucene commit. */
  public boolean sameCommit(ShardCommit other) {
    return shard == other.shard && commitId.equals(other.commitId);
  }

  @Override
  public String toString() {
    return "shard-" + shard + "/" + segmentsFile;
  }
}
