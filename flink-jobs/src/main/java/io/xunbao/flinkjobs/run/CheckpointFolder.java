package io.xunbao.flinkjobs.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The retained checkpoints of a job, as Flink lays them out: {@code JOB-ID/chk-N/_metadata}. */
public final class CheckpointFolder {
  private static final String CHECKPOINT = "chk-";

  private CheckpointFolder() {}

  /** The newest complete checkpoint; their numbers grow on across restarts. */
  public static Optional<Path> newest(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> tree = Files.walk(folder, 2)) {
      return tree.filter(path -> path.getFileName().toString().startsWith(CHECKPOINT))
          .filter(path -> Files.exists(path.resolve("_metadata")))
          .max(Comparator.comparingLong(CheckpointFolder::number));
    }
  }

  private static long number(Path checkpoint) {
    return Long.parseLong(checkpoint.getFileName().toString().substring(CHECKPOINT.length()));
  }
}
