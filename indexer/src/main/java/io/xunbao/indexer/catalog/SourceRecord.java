package io.xunbao.indexer.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record as the source wrote it, before any meaning is given to its fields. A piece of the
 * source that is not a record is a {@code SourceRecord} too, with its {@link #defect}, so that it
 * can be refused with its position and nothing is lost.
 *
 * @param raw the record's own text, several lines where it spans several; bytes that the charset
 *     does not have stand in it as {@code \xNN} (and then a backslash as {@code \\})
 * @param fields values by source name: strings in CSV and TSV, whatever JSON has in JSONL; empty
 *     with a defect; not to be changed
 * @param header names of the columns where {@code raw} alone does not tell them (CSV, TSV)
 * @param defect why this is not a record; null when it is one
 */
public record SourceRecord(
    SourcePosition position,
    String raw,
    Map<String, Object> fields,
    List<String> header,
    @Nullable RecordDefect defect) {

  public SourceRecord {
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(fields, "fields");
    header = List.copyOf(header);
  }

  /** A sound record whose text tells its own field names. */
  public SourceRecord(SourcePosition position, String raw, Map<String, Object> fields) {
    this(position, raw, fields, List.of(), null);
  }
}
