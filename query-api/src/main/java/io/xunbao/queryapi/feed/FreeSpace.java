package io.xunbao.queryapi.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much a disk can still take. */
@FunctionalInterface
public interface FreeSpace {
  /** Bytes that this process may still write. */
  long bytes() throws IOException;

  /** The disk that a folder lies on. */
  static FreeSpace of(Path folder) {
    return () -> Files.getFileStore(folder).getUsableSpace();
  }
}
