package io.xunbao.standalone.cli;

import io.xunbao.indexer.quality.FileQuarantine;
import io.xunbao.indexer.quality.QuarantineRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The quarantine files that a verb reads, and which of their records. */
final class QuarantineFiles {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files that `index` or `quality --quarantine` wrote.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--rule", paramLabel = "RULE", description = "Only what this rule refused.")
  private @Nullable String rule;

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "Only records of sources whose name contains this.")
  private @Nullable String source;

  /** The chosen records, in the order of the files. */
  List<QuarantineRecord> read() throws IOException {
    List<QuarantineRecord> chosen = new ArrayList<>();
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new NoSuchFileException(file.toString());
      }
      for (QuarantineRecord record : records(file)) {
        if (isChosen(record)) {
          chosen.add(record);
        }
      }
    }
    return chosen;
  }

  private static List<QuarantineRecord> records(Path file) {
    try {
      return FileQuarantine.read(file);
    } catch (IOException notOne) {
      throw new CliException("cannot read a quarantine: " + notOne.getMessage(), notOne);
    }
  }

  private boolean isChosen(QuarantineRecord record) {
    return (rule == null || record.rule().equals(rule))
        && (source == null || record.position().source().contains(source));
  }
}
