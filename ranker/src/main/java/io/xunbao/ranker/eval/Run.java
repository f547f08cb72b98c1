package io.xunbao.ranker.eval;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a ranker answered to many queries, as TREC's run files hold it: {@code query Q0 document
 * rank score tag}, separated by white space.
 *
 * @param queries query id to its documents, best first, each once
 */
public record Run(Map<String, List<Scored>> queries) {
  /** A document and the score it was ranked by. */
  public record Scored(String document, double score) {}

  public Run {
    Map<String, List<Scored>> copy = new LinkedHashMap<>();
    queries.forEach((query, documents) -> copy.put(query, List.copyOf(documents)));
    queries = Collections.unmodifiableMap(copy);
  }

  /** The documents of a query, best first; none where the run has no answer to it. */
  public List<String> ranking(String query) {
    return queries.getOrDefault(query, List.of()).stream().map(Scored::document).toList();
  }

  /**
   * Reads a run file. The order is by score, then by the rank in the file, then by document id
   * descending; of a document that comes twice the better place counts.
   *
   * @throws LineFormatException where a line breaks the format
   */
  public static Run read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(reader, file.toString());
    }
  }

  static Run read(BufferedReader reader, String source) throws IOException {
    Map<String, List<Line>> byQuery = new LinkedHashMap<>();
    LineReader lines = new LineReader(reader, source);
    while (lines.next()) {
      String[] columns = lines.columns(5, "query Q0 document rank score tag");
      int rank = lines.integer(columns[3], "rank", Integer.MIN_VALUE, Integer.MAX_VALUE);
      double score = lines.finite(columns[4], "score");
      byQuery
          .computeIfAbsent(columns[0], q -> new ArrayList<>())
          .add(new Line(columns[2], rank, score));
    }
    Map<String, List<Scored>> queries = new LinkedHashMap<>();
    byQuery.forEach((query, of) -> queries.put(query, ordered(of)));
    return new Run(queries);
  }

  private record Line(String document, int rank, double score) {}

  private static List<Scored> ordered(List<Line> lines) {
    List<Line> sorted = new ArrayList<>(lines);
    sorted.sort(
        Comparator.comparingDouble(Line::score)
            .reversed()
            .thenComparingInt(Line::rank)
            .thenComparing(Line::document, Comparator.reverseOrder()));
    Set<String> seen = new LinkedHashSet<>();
    return sorted.stream()
        .filter(line -> seen.add(line.document()))
        .map(line -> new Scored(line.document(), line.score()))
        .toList();
  }

  /**
   * Writes a run file, ranks from 1 as TREC counts them.
   *
   * @param tag names the ranker, without white space
   */
  public void write(Path file, String tag) throws IOException {
    if (tag.isEmpty() || tag.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("tag must be one word, got '" + tag + "'");
    }
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, List<Scored>> of : queries.entrySet()) {
        int rank = 0;
        for (Scored scored : of.getValue()) {
          writer.write(
              String.format(
                  Locale.ROOT,
                  "%s Q0 %s %d %s %s\n",
                  of.getKey(),
                  scored.document(),
                  ++rank,
                  scored.score(),
                  tag));
        }
      }
    }
  }
}
