package io.xunbao.indexer.snapshot;

import java.io.IOException;
import java.nio.file.Path;

/** A file of a snapshot is missing, cut or changed since it was published. */
public final class CorruptSnapshotException extends IOException {
  private static final long serialVersionUID = 1;

  CorruptSnapshotException(Path file, String finding) {
    super("damaged index file " + file + ": " + finding);
  }
}
