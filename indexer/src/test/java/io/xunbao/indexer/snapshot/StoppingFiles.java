package io.xunbao.indexer.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Files of a process that dies before its n-th step; a write may then be torn. */
final class StoppingFiles implements DurableFiles {
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final int survivingSteps;
  private final @Nullable RandomGenerator tearing;
  private int steps;
  private boolean struck;

  StoppingFiles(int survivingSteps) {
    this(survivingSteps, null);
  }

  private StoppingFiles(int survivingSteps, @Nullable RandomGenerator tearing) {
    this.survivingSteps = survivingSteps;
    this.tearing = tearing;
  }

  /** A write that is stopped leaves a random part of its bytes. */
  static StoppingFiles tearing(int survivingSteps, RandomGenerator random) {
    return new StoppingFiles(survivingSteps, random);
  }

  boolean struck() {
    return struck;
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    if (steps == survivingSteps && tearing != null) {
      DISK.write(file, Arrays.copyOf(content, tearing.nextInt(content.length + 1)));
    }
    step();
    DISK.write(file, content);
  }

  @Override
  public void sync(Path file) throws IOException {
    step();
    DISK.sync(file);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step();
    DISK.rename(from, to);
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    step();
    DISK.syncDirectory(directory);
  }

  private void step() {
    if (steps++ == survivingSteps) {
      struck = true;
      throw new Stopped();
    }
  }
}
