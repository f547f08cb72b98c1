package io.xunbao.indexer.snapshot;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * Compares the files on disk with what a snapshot says of them. A full check reads every byte once:
 * files are immutable, so one that has been read whole is not read again by the same verifier until
 * {@link #forgetAllBut} drops it.
 */
public final class SnapshotVerifier {
  private final IndexDirectory index;
  private final Set<String> whole = ConcurrentHashMap.newKeySet();

  public SnapshotVerifier(IndexDirectory index) {
    this.index = index;
  }

  /**
   * Checks that every file is there, has its length, and carries its checksum in the footer.
   *
   * @throws CorruptSnapshotException naming the first file that does not
   */
  public void quick(Snapshot snapshot) throws IOException {
    check(snapshot, false);
  }

  /**
   * Checks every byte of every file.
   *
   * @throws CorruptSnapshotException naming the first file that is damaged
   */
  public void full(Snapshot snapshot) throws IOException {
    check(snapshot, true);
  }

  /** Whether a file is there and each of its bytes is as it was published. */
  public boolean isWhole(Path path, SnapshotFile file) throws IOException {
    try {
      requireWhole(path, path, file);
      return true;
    } catch (CorruptSnapshotException missingOrDamaged) {
      return false;
    }
  }

  /**
   * Checks every byte of a file under another name than it was published with.
   *
   * @param path where its content lies now
   * @param place where it will lie, which is remembered
   * @throws CorruptSnapshotException naming the file where it is damaged
   */
  public void requireWhole(Path path, Path place, SnapshotFile file) throws IOException {
    if (whole.contains(key(place, file)) && Files.exists(place)) {
      return;
    }
    Path folder = path.resolveSibling(".").normalize();
    SnapshotFile here =
        new SnapshotFile(String.valueOf(path.getFileName()), file.length(), file.checksum());
    try (Directory directory = FSDirectory.open(folder)) {
      check(directory, path, here, true);
      whole.remove(key(path, here));
      whole.add(key(place, file));
    }
  }

  /**
   * Forgets the files of other snapshots, so that a process which follows an index for months
   * remembers no more than what can still be opened.
   */
  public void forgetAllBut(Collection<Snapshot> snapshots) {
    Set<String> known = new HashSet<>();
    for (Snapshot snapshot : snapshots) {
      for (ShardCommit shard : snapshot.shards()) {
        Path folder = index.shard(snapshot.generation(), shard.shard());
        shard.files().forEach(file -> known.add(key(folder.resolve(file.name()), file)));
      }
    }
    whole.retainAll(known);
  }

  /** How many files it knows to be whole. */
  int remembered() {
    return whole.size();
  }

  private static String key(Path path, SnapshotFile file) {
    return path + "#" + file.checksum();
  }

  private void check(Snapshot snapshot, boolean full) throws IOException {
    for (ShardCommit shard : snapshot.shards()) {
      Path folder = index.shard(snapshot.generation(), shard.shard());
      try (Directory directory = FSDirectory.open(folder)) {
        for (SnapshotFile file : shard.files()) {
          check(directory, folder.resolve(file.name()), file, full);
        }
      }
    }
  }

  private void check(Directory directory, Path path, SnapshotFile file, boolean full)
      throws IOException {
    String key = key(path, file);
    try {
      checkFooter(directory, path, file);
      if (full && !whole.contains(key)) {
        checkContent(directory, path, file);
        whole.add(key);
      }
    } catch (NoSuchFileException | FileNotFoundException missing) {
      throw new CorruptSnapshotException(path, "it is missing");
    } catch (CorruptIndexException damaged) {
      throw new CorruptSnapshotException(path, String.valueOf(damaged.getMessage()));
    }
  }

  private static void checkFooter(Directory directory, Path path, SnapshotFile file)
      throws IOException {
    try (IndexInput input = directory.openInput(file.name(), IOContext.READONCE)) {
      if (input.length() != file.length()) {
        throw new CorruptSnapshotException(
            path,
            String.format(
                Locale.ROOT, "its length is %d, published was %d", input.length(), file.length()));
      }
      long checksum = CodecUtil.retrieveChecksum(input);
      if (checksum != file.checksum()) {
        throw new CorruptSnapshotException(
            path,
            String.format(
                Locale.ROOT, "its checksum is %x, published was %x", checksum, file.checksum()));
      }
    }
  }

  private static void checkContent(Directory directory, Path path, SnapshotFile file)
      throws IOException {
    try (ChecksumIndexInput input = directory.openChecksumInput(file.name())) {
      input.skipBytes(file.length() - CodecUtil.footerLength());
      long checksum = CodecUtil.checkFooter(input);
      if (checksum != file.checksum()) {
        throw new CorruptSnapshotException(
            path,
            String.format(
                Locale.ROOT, "its checksum is %x, published was %x", checksum, file.checksum()));
      }
    }
  }
}
