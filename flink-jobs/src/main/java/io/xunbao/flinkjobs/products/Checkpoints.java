package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.run.CheckpointFolder;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The retained checkpoints of a build, which a later run goes on from. */
final class Checkpoints {
  private final Path folder;

  Checkpoints(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** The newest complete checkpoint. */
  Optional<Path> newest() throws IOException {
    return CheckpointFolder.newest(folder);
  }

  /**
   * Puts them aside, for a job that begins anew: their numbers would look newer than its own.
   *
   * @return where they lie now; empty where there were none
   */
  Optional<Path> setAside() throws IOException {
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    int n = 1;
    while (Files.exists(aside(n))) {
      n++;
    }
    return Optional.of(Files.move(folder, aside(n)));
  }

  private Path aside(int n) {
    return folder.resolveSibling(folder.getFileName() + ".before-" + n);
  }

  /** Removes them, beside a Flink that ends and is still removing some of them itself. */
  void remove() throws IOException {
    Files.walkFileTree(folder, new Removal());
  }

  /** What is gone already is as good as removed. */
  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      requireGone(failure);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      requireGone(failure);
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }

    private static void requireGone(@Nullable IOException failure) throws IOException {
      if (failure != null && !(failure instanceof NoSuchFileException)) {
        throw failure;
      }
    }
  }
}
