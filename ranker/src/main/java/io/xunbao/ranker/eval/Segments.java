package io.xunbao.ranker.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Groups of queries, such as brand queries or long ones; a query may be in several.
 *
 * @param queries segment name to query ids
 */
public record Segments(Map<String, Set<String>> queries) {
  public Segments {
    queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
  }

  /**
   * Reads lines of {@code query segment}, separated by white space.
   *
   * @throws LineFormatException where a line breaks the format
   */
  public static Segments read(Path file) throws IOException {
    Map<String, Set<String>> queries = new LinkedHashMap<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      LineReader lines = new LineReader(reader, file.toString());
      while (lines.next()) {
        String[] columns = lines.columns(2, "query segment");
        queries.computeIfAbsent(columns[1], name -> new LinkedHashSet<>()).add(columns[0]);
      }
    }
    return new Segments(queries);
  }

  /** The evaluation of each segment, in the order of the file. */
  public Map<String, Evaluation> split(Evaluation evaluation) {
    Map<String, Evaluation> parts = new LinkedHashMap<>();
    queries.forEach((name, of) -> parts.put(name, evaluation.only(of)));
    return parts;
  }
}
