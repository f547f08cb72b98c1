package io.xunbao.indexer.snapshot;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.util.IOUtils;

/**
 * A commit's files in another folder. Lucene never changes a file that it has written, so the copy
 * is a hard link where the file system gives one, and takes no room.
 */
final class ShardCopy {
  private final Linking linking;

  ShardCopy(Linking linking) {
    this.linking = linking;
  }

  /** Makes a second name of a file, or fails where the file system has none. */
  interface Linking {
    void link(Path existing, Path name) throws IOException;
  }

  static void copy(Path from, ShardCommit commit, Path to) throws IOException {
    new ShardCopy((existing, name) -> Files.createLink(name, existing)).run(from, commit, to);
  }

  void run(Path from, ShardCommit commit, Path to) throws IOException {
    Files.createDirectories(to);
    for (SnapshotFile file : commit.files()) {
      linkOrCopy(from.resolve(file.name()), to.resolve(file.name()));
    }
    IOUtils.fsync(to, true);
  }

  /**
   * Links are refused across file systems, by some network mounts and where a file has too many.
   */
  private void linkOrCopy(Path from, Path to) throws IOException {
    try {
      linking.link(from, to);
    } catch (FileAlreadyExistsException | NoSuchFileException notAboutLinks) {
      throw notAboutLinks;
    } catch (UnsupportedOperationException | FileSystemException refused) {
      Files.copy(from, to);
      IOUtils.fsync(to, false);
    }
  }
}
