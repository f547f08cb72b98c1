package io.xunbao.standalone.cli;

import io.xunbao.queryapi.RankerName;
import io.xunbao.queryapi.SearchAnswer;
import io.xunbao.queryapi.SearchAnswer.Degradation;
import io.xunbao.queryapi.SearchAnswer.RankedHit;
import io.xunbao.queryapi.SearchRequest;
import io.xunbao.queryapi.SearchService;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers a file of queries into a TREC run, one after the other, the same each time. */
final class BatchSearch {
  static final int MAX_DEPTH = 10_000;

  /** The least difference that the lines of a run can show. */
  private static final double STEP = 1e-6;

  private final SearchService service;
  private final RankerName ranker;
  private final int depth;
  private final PrintWriter warnings;
  private final Set<Degradation> warned = new HashSet<>();

  BatchSearch(SearchService service, RankerName ranker, int depth, PrintWriter warnings) {
    this.service = service;
    this.ranker = ranker;
    this.depth = depth;
    this.warnings = warnings;
  }

  /**
   * Answers all queries. The run appears whole or not at all.
   *
   * @return how many queries were answered
   */
  int run(Path queries, Path run) throws IOException {
    Path draft = run.resolveSibling(run.getFileName() + ".tmp");
    int answered = 0;
    try (BufferedReader lines = Files.newBufferedReader(queries);
        BufferedWriter out = Files.newBufferedWriter(draft)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          answer(line, queries + ":" + number, out);
          answered++;
        }
      }
    } catch (MalformedInputException notUtf8) {
      throw new CliException(queries + " is not in UTF-8; convert it first", notUtf8);
    }
    Files.move(draft, run, StandardCopyOption.REPLACE_EXISTING);
    return answered;
  }

  private void answer(String line, String place, BufferedWriter out) throws IOException {
    int tab = line.indexOf('\t');
    if (tab < 1) {
      throw new CliException(place + ": a line must be an id, a tab and a query, got: " + line);
    }
    String id = line.substring(0, tab);
    String query = line.substring(tab + 1);
    String cursor = null;
    int rank = 0;
    double score = Double.POSITIVE_INFINITY;
    do {
      SearchAnswer answer = service.search(page(query, depth - rank, cursor));
      warn(answer);
      for (RankedHit hit : answer.hits()) {
        rank++;
        score = below(score, hit.score());
        out.write(line(id, hit, rank, score, answer.ranker()));
      }
      cursor = answer.cursor();
    } while (cursor != null && rank < depth);
  }

  private SearchRequest page(String query, int left, @Nullable String cursor) {
    return SearchRequest.builder(query)
        .size(Math.min(left, SearchRequest.MAX_SIZE))
        .cursor(cursor)
        .ranker(ranker)
        .facets(false)
        .deadline(SearchRequest.MAX_DEADLINE)
        .build();
  }

  /** The tag names what ranked; that it is not what was asked for is said once. */
  private void warn(SearchAnswer answer) {
    for (Degradation step : answer.degraded()) {
      if (warned.add(step)) {
        warnings.println(
            "without "
                + step.step()
                + ": "
                + step.reason()
                + "; ranked by "
                + answer.ranker().wireName());
      }
    }
  }

  /**
   * Readers of a run order by score, and hits behind a ranker's window have scores of another
   * scale: such a score is written as one step below the one before.
   */
  private static double below(double before, double score) {
    return score > before ? before - STEP : score;
  }

  private static String line(String id, RankedHit hit, int rank, double score, RankerName ranker) {
    return String.format(
        Locale.ROOT,
        "%s Q0 %s %d %.6f xunbao-%s%n",
        id,
        hit.product().id(),
        rank,
        score,
        ranker.wireName());
  }
}
