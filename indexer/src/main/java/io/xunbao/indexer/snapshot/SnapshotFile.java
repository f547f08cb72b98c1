package io.xunbao.indexer.snapshot;

import java.util.Objects;

/**
 * An immutable file of a snapshot.
 *
 * @param name inside the shard's directory
 * @param length in bytes
 * @param checksum CRC32 of the content as Lucene wrote it into the file's footer
 */
public record SnapshotFile(String name, long length, long checksum) {
  public SnapshotFile {
    Objects.requireNonNull(name, "name");
    if (length < 0) {
      throw new IllegalArgumentException("length must be >= 0, got " + length + " for " + name);
    }
  }
}
