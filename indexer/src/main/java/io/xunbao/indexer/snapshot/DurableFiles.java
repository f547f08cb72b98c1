package io.xunbao.indexer.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.lucene.util.IOUtils;

/**
 * The four steps by which a file is replaced so that a crash leaves either the old or the new
 * content. Tests stop the process before any of them.
 */
interface DurableFiles {
  /** The real file system. */
  DurableFiles DISK = new DurableFiles() {};

  default void write(Path file, byte[] content) throws IOException {
    Files.write(file, content);
  }

  default void sync(Path file) throws IOException {
    IOUtils.fsync(file, false);
  }

  default void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  default void syncDirectory(Path directory) throws IOException {
    IOUtils.fsync(directory, true);
  }

  /** Replaces a file atomically and durably. */
  default void replace(Path file, byte[] content) throws IOException {
    Path directory = file.resolveSibling(".").normalize();
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    write(draft, content);
    sync(draft);
    rename(draft, file);
    syncDirectory(directory);
  }
}
