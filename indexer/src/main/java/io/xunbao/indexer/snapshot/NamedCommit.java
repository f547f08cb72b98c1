package io.xunbao.indexer.snapshot;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.store.Directory;

/**
 * A commit known by name alone, for opening it. Listing a directory's commits would read the newest
 * one too, and fail where just that is damaged.
 */
final class NamedCommit extends IndexCommit {
  private final Directory directory;
  private final ShardCommit commit;

  NamedCommit(Directory directory, ShardCommit commit) {
    this.directory = directory;
    this.commit = commit;
  }

  @Override
  public String getSegmentsFileName() {
    return commit.segmentsFile();
  }

  @Override
  public Collection<String> getFileNames() {
    return List.copyOf(commit.files().stream().map(SnapshotFile::name).toList());
  }

  @Override
  public Directory getDirectory() {
    return directory;
  }

  @Override
  public void delete() {
    throw new UnsupportedOperationException("a reader deletes no commits");
  }

  @Override
  public boolean isDeleted() {
    return false;
  }

  @Override
  public int getSegmentCount() {
    throw new UnsupportedOperationException("unknown before it is opened");
  }

  @Override
  public long getGeneration() {
    return commit.number();
  }

  @Override
  public Map<String, String> getUserData() {
    return Map.of();
  }
}
