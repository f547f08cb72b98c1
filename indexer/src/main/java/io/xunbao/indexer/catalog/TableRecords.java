package io.xunbao.indexer.catalog;

import io.xunbao.indexer.catalog.RowParser.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records of CSV and TSV, with recovery after a broken quote.
 *
 * <p>The rule of recovery: when a row does not work out, its <em>first line alone</em> is refused,
 * and reading goes on with the line after it. A row does not work out when text follows a closing
 * quote, when a quote is still open after {@link #MAX_LINES} lines or at the end of the file, when
 * the number of columns is not that of the header, or when one of the lines that a quoted field
 * swallowed is by itself a row like the one before ({@link RowShape}). So a stray quote costs one
 * record, never the rest of the file. The price: a field that really holds such a line is refused,
 * with its position, and its lines after it.
 */
final class TableRecords implements Records {
  /** The most lines that one row may span. */
  static final int MAX_LINES = 200;

  private final String source;
  private final LookAhead lines;
  private final List<String> header;
  private final RowParser row;
  private final RowParser probe;
  private @Nullable RowShape shape;

  TableRecords(String source, LookAhead lines, List<String> header, RowParser[] parsers) {
    this.source = source;
    this.lines = lines;
    this.header = List.copyOf(header);
    this.row = parsers[0];
    this.probe = parsers[1];
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    Line first = lines.take();
    while (first != null && first.defect() == null && first.text().isBlank()) {
      first = lines.take();
    }
    if (first == null) {
      return null;
    }
    if (first.defect() != null) {
      return refused(first, first.defect());
    }
    row.reset();
    return switch (row.feed(first.text())) {
      case COMPLETE -> whole(first, first.text());
      case OPEN -> several(first);
      case MALFORMED -> refused(first, malformed(afterQuote()));
    };
  }

  private SourceRecord whole(Line first, String raw) {
    RecordDefect defect = columnCount();
    if (defect != null) {
      return refused(first, defect);
    }
    List<String> values = row.fields();
    shape = RowShape.of(values);
    Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(values.size());
    for (int i = 0; i < values.size(); i++) {
      fields.put(header.get(i), values.get(i));
    }
    return new SourceRecord(position(first), raw, fields, header, null);
  }

  private SourceRecord several(Line first) {
    StringBuilder raw = new StringBuilder(first.text());
    for (int ahead = 0; ahead < MAX_LINES - 1; ahead++) {
      Line line = lines.peek(ahead);
      if (line == null) {
        return refused(first, malformed("the quote is still open at the end of the file"));
      }
      if (line.defect() != null || isRowOfItsOwn(line.text())) {
        return refused(
            first, malformed("the quote is still open where a sound row begins, one line or more"));
      }
      raw.append('\n').append(line.text());
      State state = row.feed(line.text());
      if (state == State.MALFORMED) {
        return refused(first, malformed(afterQuote()));
      }
      if (state == State.COMPLETE) {
        RecordDefect defect = columnCount();
        if (defect != null) {
          return refused(first, defect);
        }
        lines.drop(ahead + 1);
        return whole(first, raw.toString());
      }
    }
    return refused(first, malformed("the quote is still open after " + MAX_LINES + " lines"));
  }

  /** Two columns are too few to tell a row from a sentence. */
  private boolean isRowOfItsOwn(String line) {
    if (header.size() < 3 || shape == null) {
      return false;
    }
    probe.reset();
    return probe.feed(line) == State.COMPLETE && shape.fits(probe.fields());
  }

  private String afterQuote() {
    return "text follows the closing quote of column " + row.fields().size();
  }

  private static RecordDefect malformed(String what) {
    return new RecordDefect(
        RecordDefect.MALFORMED_CSV,
        null,
        what + "; write a quote inside a quoted field twice, or remove it");
  }

  private @Nullable RecordDefect columnCount() {
    int columns = row.fields().size();
    if (columns == header.size()) {
      return null;
    }
    return new RecordDefect(
        RecordDefect.COLUMN_COUNT,
        Integer.toString(columns),
        String.format(
            Locale.ROOT, "the row has %d columns, the header %d", columns, header.size()));
  }

  private SourceRecord refused(Line line, RecordDefect defect) {
    return new SourceRecord(position(line), line.text(), Map.of(), header, defect);
  }

  private SourcePosition position(Line line) {
    return new SourcePosition(source, line.number());
  }

  /** The names in a header line, which must differ. */
  static List<String> headerOf(String source, String line, RowParser parser) {
    parser.reset();
    if (parser.feed(line) != State.COMPLETE) {
      throw new MappingException(source + ":1: the header has a broken quote: " + line);
    }
    List<String> names = new ArrayList<>();
    for (String name : parser.fields()) {
      if (names.contains(name.strip())) {
        throw new MappingException(
            String.format(
                    Locale.ROOT,
                    "%s:1: the header names the column '%s' twice; name the columns in the mapping",
                    source,
                    name.strip())
                + " (`columns: [...]`, with `skipLines: 1`)");
      }
      names.add(name.strip());
    }
    return names;
  }
}
