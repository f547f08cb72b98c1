package io.xunbao.ranker.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Judgements of many queries, as TREC's qrels files hold them: {@code query iteration document
 * grade}, separated by white space.
 *
 * @param queries query id to its judgements, in the order of the file
 */
public record Qrels(Map<String, Judgements> queries) {
  public Qrels {
    queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
  }

  /**
   * Reads a qrels file. A later grade of the same pair must agree with the earlier one.
   *
   * @throws LineFormatException where a line breaks the format
   */
  public static Qrels read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(reader, file.toString());
    }
  }

  static Qrels read(BufferedReader reader, String source) throws IOException {
    Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
    LineReader lines = new LineReader(reader, source);
    while (lines.next()) {
      String[] columns = lines.columns(4, "query iteration document grade");
      int grade = lines.integer(columns[3], "grade", 0, Judgements.MAX_GRADE);
      Integer before =
          grades.computeIfAbsent(columns[0], q -> new LinkedHashMap<>()).put(columns[2], grade);
      if (before != null && before != grade) {
        throw lines.problem(
            String.format(
                Locale.ROOT,
                "%s is graded twice for %s, %d and %d; keep one line",
                columns[2],
                columns[0],
                before,
                grade));
      }
    }
    Map<String, Judgements> queries = new LinkedHashMap<>();
    grades.forEach((query, of) -> queries.put(query, new Judgements(of)));
    return new Qrels(queries);
  }

  /** Writes the judgements as a qrels file. */
  public void write(Path file) throws IOException {
    try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      queries.forEach(
          (query, judgements) ->
              judgements
                  .grades()
                  .forEach(
                      (document, grade) ->
                          append(writer, query + " 0 " + document + " " + grade + "\n")));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void append(Appendable out, String line) {
    try {
      out.append(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
