package io.xunbao.indexer.catalog;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;

/** Records of JSONL: each line stands for itself, so a broken one costs nothing but itself. */
final class JsonRecords implements Records {
  private static final ObjectReader OBJECT =
      Json.MAPPER.readerFor(new TypeReference<Map<String, Object>>() {});

  private final String source;
  private final LookAhead lines;

  JsonRecords(String source, LookAhead lines) {
    this.source = source;
    this.lines = lines;
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    Line line = lines.take();
    while (line != null && line.defect() == null && line.text().isBlank()) {
      line = lines.take();
    }
    return line == null ? null : parse(source, line);
  }

  static SourceRecord parse(String source, Line line) {
    SourcePosition position = new SourcePosition(source, line.number());
    if (line.defect() != null) {
      return refused(position, line, line.defect());
    }
    try {
      @Nullable Map<String, Object> fields = OBJECT.readValue(line.text());
      return fields == null
          ? refused(position, line, malformed("the line holds null, not an object"))
          : new SourceRecord(position, line.text(), fields);
    } catch (JacksonException malformed) {
      return refused(position, line, malformed(explain(malformed)));
    }
  }

  private static SourceRecord refused(SourcePosition position, Line line, RecordDefect defect) {
    return new SourceRecord(position, line.text(), Map.of(), List.of(), defect);
  }

  private static String explain(JacksonException malformed) {
    String message = malformed.getOriginalMessage();
    int end = message.indexOf('\n');
    String first = end < 0 ? message : message.substring(0, end);
    var location = malformed.getLocation();
    return location == null || location.getColumnNr() <= 0
        ? first
        : first + " (column " + location.getColumnNr() + ")";
  }

  private static RecordDefect malformed(String reason) {
    return new RecordDefect(RecordDefect.MALFORMED_JSON, null, reason);
  }
}
