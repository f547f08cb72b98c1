package io.xunbao.indexer.quality;

import io.xunbao.indexer.catalog.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Quarantine records as JSON, one a line; the position as {@code source} and {@code record}. */
public final class QuarantineJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** The flat form on the wire. */
  private record Wire(
      String source,
      long record,
      String rule,
      @Nullable String field,
      @Nullable String value,
      String reason,
      List<String> header,
      String raw) {}

  private QuarantineJson() {}

  /** One line, without a line end. */
  public static String write(QuarantineRecord record) {
    SourcePosition at = record.position();
    return JSON.writeValueAsString(
        new Wire(
            at.source(),
            at.record(),
            record.rule(),
            record.field(),
            record.value(),
            record.reason(),
            record.header(),
            record.raw()));
  }

  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException if it is no quarantine record
   */
  public static QuarantineRecord read(String line) {
    try {
      Wire wire = JSON.readValue(line, Wire.class);
      return new QuarantineRecord(
          new SourcePosition(wire.source, wire.record),
          wire.raw,
          wire.rule,
          wire.field,
          wire.value,
          wire.reason,
          wire.header);
    } catch (JacksonException | NullPointerException notOne) {
      throw new IllegalArgumentException("no quarantine record: " + notOne.getMessage(), notOne);
    }
  }

  static List<QuarantineRecord> readAll(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    List<QuarantineRecord> records = new ArrayList<>();
    long number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        records.add(read(line));
      } catch (IllegalArgumentException notOne) {
        throw new IOException(file + ":" + number + ": " + notOne.getMessage(), notOne);
      }
    }
    return records;
  }
}
