package io.xunbao.flinkjobs.products;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/** The retained checkpoints of a build, which a later run goes on from. */
final class Checkpoints {
  private static final String CHECKPOINT = "chk-";

  private final Path folder;

  Checkpoints(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** The newest complete checkpoint; their numbers grow on across restarts. */
  Optional<Path> newest() throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> tree = Files.walk(folder, 2)) {
      return tree.filter(path -> path.getFileName().toString().startsWith(CHECKPOINT))
          .filter(path -> Files.exists(path.resolve("_metadata")))
          .max(Comparator.comparingLong(Checkpoints::number));
    }
  }

  void remove() throws IOException {
    if (Files.exists(folder)) {
      IOUtils.rm(folder);
    }
  }

  private static long number(Path checkpoint) {
    return Long.parseLong(checkpoint.getFileName().toString().substring(CHECKPOINT.length()));
  }
}
