package io.xunbao.standalone.cli;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventMapping;
import io.xunbao.ranker.feedback.EventReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The file of behaviour events that a verb reads. */
final class EventInputs {
  @Option(
      names = "--events",
      paramLabel = "FILE",
      required = true,
      description = "Behaviour events in CSV, TSV or JSONL, also packed as .gz.")
  Path events = Path.of("events");

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = {
        "How its fields become fields of events (YAML, see examples/mappings).",
        "Without one the file is in the project's own JSONL."
      })
  @Nullable Path mapping;

  /** The events in the file's order; lines that are none are counted on stderr. */
  List<BehaviourEvent> read(PrintWriter err) throws IOException {
    return read(events, mapping, err);
  }

  /** The same of a file that another option named; a null mapping is the project's own JSONL. */
  static List<BehaviourEvent> read(Path events, @Nullable Path mapping, PrintWriter err)
      throws IOException {
    if (!Files.exists(events)) {
      throw new NoSuchFileException(events.toString());
    }
    EventReader.Reading reading = new EventReader(loadMapping(mapping)).read(events);
    if (!reading.refused().isEmpty()) {
      err.println(
          reading.refused().size()
              + " lines are no events; the first: "
              + reading.refused().getFirst());
    }
    if (reading.events().isEmpty()) {
      throw new CliException("no event in " + events + "; does the --mapping fit the file?");
    }
    return reading.events();
  }

  private static EventMapping loadMapping(@Nullable Path mapping) throws IOException {
    if (mapping == null) {
      return EventMapping.identity();
    }
    if (!Files.exists(mapping)) {
      throw new NoSuchFileException(mapping.toString());
    }
    try {
      return EventMapping.load(mapping);
    } catch (IllegalArgumentException e) {
      throw new CliException(String.valueOf(e.getMessage()), e);
    }
  }
}
