package io.xunbao.indexer.snapshot;

import java.io.IOException;
import java.nio.file.Path;

/** The file system, each step counted. */
final class HaltingFiles implements DurableFiles {
  private final Steps steps;

  HaltingFiles(Steps steps) {
    this.steps = steps;
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    steps.step();
    DISK.write(file, content);
  }

  @Override
  public void sync(Path file) throws IOException {
    steps.step();
    DISK.sync(file);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    steps.step();
    DISK.rename(from, to);
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    steps.step();
    DISK.syncDirectory(directory);
  }
}
