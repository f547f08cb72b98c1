package io.xunbao.standalone.cli;

import io.xunbao.ranker.eval.Run;
import io.xunbao.ranker.eval.Segments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Queries of a file of {@code id TAB text}; logs know the text, runs and segments the id.
 *
 * @param byId text by id
 */
record QueryTexts(Map<String, String> byId) {
  /**
   * Reads a file.
   *
   * @throws CliException naming the line that is wrong, or when there is no query
   */
  static QueryTexts read(Path file) throws IOException {
    Map<String, String> byId = new LinkedHashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      int tab = line.indexOf('\t');
      if (tab < 1) {
        throw new CliException(
            file + ":" + number + ": a line must be an id, a tab and a query, got: " + line);
      }
      byId.put(line.substring(0, tab), line.substring(tab + 1));
    }
    if (byId.isEmpty()) {
      throw new CliException(file + " must hold a query, got none");
    }
    return new QueryTexts(byId);
  }

  /** The rankings of a run by the text of their query. */
  Map<String, List<String>> rankings(Run run) {
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    byId.forEach(
        (id, text) -> {
          if (run.queries().containsKey(id)) {
            rankings.putIfAbsent(text, run.ranking(id));
          }
        });
    return rankings;
  }

  /** The texts of each segment. */
  Map<String, Set<String>> texts(Segments segments) {
    Map<String, Set<String>> texts = new LinkedHashMap<>();
    segments
        .queries()
        .forEach(
            (name, ids) -> {
              Set<String> of = new LinkedHashSet<>();
              ids.stream().filter(byId::containsKey).forEach(id -> of.add(byId.get(id)));
              texts.put(name, of);
            });
    return texts;
  }
}
