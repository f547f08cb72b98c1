package io.xunbao.ranker.feedback;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a whole file of events, by a mapping; {@code .gz} is unpacked. */
public final class EventReader {
  private final EventMapping mapping;
  private final EventMapper mapper;
  private final JsonMapper json = new JsonMapper();

  public EventReader(EventMapping mapping) {
    this.mapping = mapping;
    this.mapper = new EventMapper(mapping);
  }

  /**
   * The events of a file in its order, and the lines that are none.
   *
   * @param refused one sentence a line, with the line's number
   */
  public record Reading(List<BehaviourEvent> events, List<String> refused) {
    public Reading {
      events = List.copyOf(events);
      refused = List.copyOf(refused);
    }
  }

  public Reading read(Path file) throws IOException {
    List<BehaviourEvent> events = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(open(file), mapping.charset()))) {
      List<String> columns = mapping.columns();
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        boolean header =
            number == 1 && columns.isEmpty() && mapping.format() != EventMapping.Format.JSONL;
        if (header) {
          columns = split(line);
        } else if (!line.isBlank()) {
          try {
            events.add(mapper.map(fields(line, columns), file.getFileName() + ":" + number));
          } catch (IllegalArgumentException | JacksonException e) {
            refused.add(file.getFileName() + ":" + number + ": " + e.getMessage());
          }
        }
      }
    }
    return new Reading(events, refused);
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private Map<String, String> fields(String line, List<String> columns) {
    return mapping.format() == EventMapping.Format.JSONL ? object(line) : row(line, columns);
  }

  private Map<String, String> object(String line) {
    JsonNode node = json.readTree(line);
    if (!node.isObject()) {
      throw new IllegalArgumentException("a line must be a JSON object, got " + line);
    }
    return EventJson.texts(node);
  }

  private Map<String, String> row(String line, List<String> columns) {
    List<String> values = split(line);
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row must have " + columns.size() + " columns, got " + values.size());
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      fields.put(columns.get(i), values.get(i));
    }
    return fields;
  }

  /** Cells of a line; in CSV a cell may be quoted, with quotes doubled, but not span lines. */
  private List<String> split(String line) {
    if (mapping.format() == EventMapping.Format.TSV) {
      return List.of(line.split("\t", -1));
    }
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
