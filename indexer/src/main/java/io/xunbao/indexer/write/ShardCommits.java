package io.xunbao.indexer.write;

import io.xunbao.indexer.snapshot.ShardCommit;
import io.xunbao.indexer.snapshot.SnapshotFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.StringHelper;

/** The commits in a shard's directory, described as {@link ShardCommit}s. */
final class ShardCommits {
  private final int shard;
  private final Directory directory;
  private Map<String, SnapshotFile> known = new HashMap<>();

  ShardCommits(int shard, Directory directory) {
    this.shard = shard;
    this.directory = directory;
  }

  int shard() {
    return shard;
  }

  /** The newest commit; empty before the first. */
  Optional<ShardCommit> newest() throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return Optional.empty();
    }
    return Optional.of(describe(DirectoryReader.listCommits(directory).getLast()));
  }

  /** Lucene's handle of a commit that was described before. */
  IndexCommit find(ShardCommit wanted) throws IOException {
    return lookUp(wanted)
        .orElseThrow(
            () ->
                new IOException(
                    String.format(
                        Locale.ROOT,
                        """
                        the commit %s that the checkpoint names is no longer in %s: the checkpoint \
                        is older than what the index keeps. Restore from a newer checkpoint, or \
                        build a new generation.""",
                        wanted,
                        directory)));
  }

  /** Whether a commit that was described before is here. */
  boolean holds(ShardCommit wanted) throws IOException {
    return lookUp(wanted).isPresent();
  }

  private Optional<IndexCommit> lookUp(ShardCommit wanted) throws IOException {
    if (DirectoryReader.indexExists(directory)) {
      for (IndexCommit commit : DirectoryReader.listCommits(directory)) {
        if (commit.getSegmentsFileName().equals(wanted.segmentsFile())
            && commitId(commit).equals(wanted.commitId())) {
          return Optional.of(commit);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * All about a commit. Footers of files that were in the commit described before are not reread.
   */
  ShardCommit describe(IndexCommit commit) throws IOException {
    CommitNotes notes = CommitNotes.of(commit.getUserData());
    SegmentInfos infos = SegmentInfos.readCommit(directory, commit.getSegmentsFileName());
    Map<String, SnapshotFile> files = new HashMap<>();
    List<SnapshotFile> list = new ArrayList<>();
    for (String name : commit.getFileNames()) {
      SnapshotFile file = known.containsKey(name) ? known.get(name) : describe(name);
      files.put(name, file);
      list.add(file);
    }
    known = files;
    int softDeleted = infos.asList().stream().mapToInt(segment -> segment.getSoftDelCount()).sum();
    int deleted = infos.asList().stream().mapToInt(segment -> segment.getDelCount()).sum();
    return new ShardCommit(
        shard,
        commit.getSegmentsFileName(),
        StringHelper.idToString(infos.getId()),
        infos.totalMaxDoc() - deleted - softDeleted,
        notes.positions(),
        notes.tally(),
        notes.quarantineBytes(),
        notes.finished(),
        list);
  }

  private SnapshotFile describe(String name) throws IOException {
    try (IndexInput input = directory.openInput(name, IOContext.READONCE)) {
      return new SnapshotFile(name, input.length(), CodecUtil.retrieveChecksum(input));
    }
  }

  private String commitId(IndexCommit commit) throws IOException {
    return StringHelper.idToString(
        SegmentInfos.readCommit(directory, commit.getSegmentsFileName()).getId());
  }
}
