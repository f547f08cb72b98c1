package io.xunbao.indexer.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.util.IOUtils;

/**
 * A commit's files in another folder. Lucene never changes a file that it has written, so the copy
 * is a hard link where the file system has them, and takes no room.
 */
final class ShardCopy {
  private ShardCopy() {}

  static void copy(Path from, ShardCommit commit, Path to) throws IOException {
    Files.createDirectories(to);
    for (SnapshotFile file : commit.files()) {
      linkOrCopy(from.resolve(file.name()), to.resolve(file.name()));
    }
    IOUtils.fsync(to, true);
  }

  private static void linkOrCopy(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException noLinks) {
      Files.copy(from, to);
      IOUtils.fsync(to, false);
    }
  }
}
