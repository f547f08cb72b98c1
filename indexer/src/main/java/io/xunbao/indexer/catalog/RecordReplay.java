package io.xunbao.indexer.catalog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a single record again, perhaps mended and perhaps by a mended mapping, as its
 * source would have.
 */
public final class RecordReplay {
  private RecordReplay() {}

  /**
   * Parses one record.
   *
   * @param raw the record's own text
   * @param escaped whether {@code raw} has {@code \xNN} for bytes that were not valid UTF-8
   * @param header names of the columns in CSV and TSV; empty for JSON
   * @return the record, with a defect where the text is none or more than one
   */
  public static SourceRecord parse(
      SourcePosition position,
      String raw,
      boolean escaped,
      List<String> header,
      ProductMapping mapping) {
    byte[] bytes = escaped ? unescaped(raw) : raw.getBytes(mapping.charset());
    try (LineSource lines =
        new LineSource(new ByteArrayInputStream(bytes), new LineDecoder(mapping.charset()))) {
      Records records = records(position, new LookAhead(lines), header, mapping);
      SourceRecord first = records.next();
      if (first == null) {
        return defective(position, raw, header, "the record is empty");
      }
      return records.next() == null
          ? new SourceRecord(position, raw, first.fields(), header, first.defect())
          : defective(position, raw, header, "the text holds more than one record");
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading memory failed", impossible);
    }
  }

  private static Records records(
      SourcePosition position, LookAhead lines, List<String> header, ProductMapping mapping) {
    if (header.isEmpty()) {
      return new JsonRecords(position.source(), lines);
    }
    @Nullable SourceFormat named = mapping.format();
    SourceFormat format = named == null ? SourceFormat.of(Path.of(position.source())) : named;
    RowParser[] parsers = {
      RecordFormats.rowParser(format, mapping), RecordFormats.rowParser(format, mapping)
    };
    return new TableRecords(position.source(), lines, header, parsers);
  }

  private static SourceRecord defective(
      SourcePosition position, String raw, List<String> header, String reason) {
    String rule = header.isEmpty() ? RecordDefect.MALFORMED_JSON : RecordDefect.MALFORMED_CSV;
    return new SourceRecord(position, raw, Map.of(), header, new RecordDefect(rule, null, reason));
  }

  /** Undoes what {@link LineDecoder} did to a line that was not valid UTF-8. */
  private static byte[] unescaped(String raw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length() * 2);
    int i = 0;
    while (i < raw.length()) {
      int end = raw.indexOf('\\', i);
      end = end < 0 ? raw.length() : end;
      bytes.writeBytes(raw.substring(i, end).getBytes(StandardCharsets.UTF_8));
      i = end;
      if (raw.startsWith("\\x", i) && i + 4 <= raw.length()) {
        bytes.write(Integer.parseInt(raw.substring(i + 2, i + 4), 16));
        i += 4;
      } else if (i < raw.length()) {
        bytes.write('\\');
        i += raw.startsWith("\\\\", i) ? 2 : 1;
      }
    }
    return bytes.toByteArray();
  }
}
