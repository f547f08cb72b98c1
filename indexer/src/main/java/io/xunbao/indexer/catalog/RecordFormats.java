package io.xunbao.indexer.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses how lines become records, and checks the mapping against what the source has. */
final class RecordFormats {
  /** JSONL has no header: among so many records the mapped fields must occur. */
  private static final int PROBED = 1_000;

  private RecordFormats() {}

  static Records open(Path file, LineSource source, ProductMapping mapping) throws IOException {
    SourceFormat named = mapping.format();
    LookAhead lines = new LookAhead(source);
    for (int i = 0; i < mapping.skipLines(); i++) {
      lines.take();
    }
    SourceFormat format = named == null ? SourceFormat.of(file) : named;
    return format == SourceFormat.JSONL
        ? json(file, lines, mapping)
        : table(file, lines, mapping, format);
  }

  /** What splits the rows of a table; a delimiter in the mapping replaces the format's own. */
  static RowParser rowParser(SourceFormat format, ProductMapping mapping) {
    String named = mapping.delimiter();
    return switch (format) {
      case CSV -> new RowParser(named == null ? ',' : named.charAt(0), '"');
      case TSV -> new RowParser(named == null ? '\t' : named.charAt(0), RowParser.NO_QUOTE);
      case JSONL -> throw new IllegalArgumentException("JSONL has no rows");
    };
  }

  private static Records table(
      Path file, LookAhead lines, ProductMapping mapping, SourceFormat format) throws IOException {
    RowParser[] parsers = {rowParser(format, mapping), rowParser(format, mapping)};
    List<String> header = mapping.columns();
    if (header.isEmpty()) {
      header = readHeader(file, lines.take(), parsers[0]);
    }
    requireKnown(file, mapping.sourceFields(), header);
    return new TableRecords(file.toString(), lines, header, parsers);
  }

  private static List<String> readHeader(Path file, @Nullable Line line, RowParser parser) {
    if (line == null) {
      throw new MappingException(file + " is empty: not even a header line was found");
    }
    if (line.defect() != null) {
      throw new MappingException(file + ":1: the header cannot be read: " + line.defect().reason());
    }
    return TableRecords.headerOf(file.toString(), line.text(), parser);
  }

  private static void requireKnown(Path file, List<String> wanted, List<String> known) {
    for (String field : wanted) {
      if (!known.contains(field)) {
        throw new MappingException(
            String.format(
                    Locale.ROOT,
                    "%s has no field '%s', which the mapping names; %s",
                    file,
                    field,
                    Nearest.hint(field, known))
                + " (a field that few records have goes under `rare` in the mapping)");
      }
    }
  }

  private static Records json(Path file, LookAhead lines, ProductMapping mapping) {
    Set<String> seen = new LinkedHashSet<>();
    int sound = 0;
    for (int i = 0; i < PROBED; i++) {
      Line line = lines.peek(i);
      if (line == null) {
        break;
      }
      SourceRecord record = JsonRecords.parse(file.toString(), line);
      if (record.defect() == null) {
        sound++;
        seen.addAll(record.fields().keySet());
      }
    }
    if (sound > 0) {
      requireKnown(file, heads(mapping.expectedSourceFields()), new ArrayList<>(seen));
    }
    return new JsonRecords(file.toString(), lines);
  }

  /** {@code category.mix} is found inside {@code category}. */
  private static List<String> heads(List<String> paths) {
    return paths.stream()
        .map(path -> path.contains(".") ? path.substring(0, path.indexOf('.')) : path)
        .toList();
  }
}
