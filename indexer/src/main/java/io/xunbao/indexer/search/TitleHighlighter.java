package io.xunbao.indexer.search;

import io.xunbao.indexer.search.QueryAnalysis.Placed;
import io.xunbao.indexer.search.QueryWords.Counted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the parts of a title that a query's words and pairs of characters match. */
final class TitleHighlighter {
  private final QueryAnalysis analysis;

  TitleHighlighter(QueryAnalysis analysis) {
    this.analysis = analysis;
  }

  /** Ranges in order, without overlaps; ranges that touch are one. */
  List<TextRange> highlight(String title, List<QueryWords> variants) {
    Set<String> wanted = new HashSet<>();
    Set<String> pairs = new HashSet<>();
    for (QueryWords words : variants) {
      wanted.addAll(texts(words.words(), words.latin(), words.latinParts()));
      pairs.addAll(texts(words.pairs()));
    }
    List<Placed> matches = new ArrayList<>();
    analysis.placed(title).stream().filter(p -> wanted.contains(p.term())).forEach(matches::add);
    analysis.pairs(title).stream().filter(p -> pairs.contains(p.term())).forEach(matches::add);
    return merge(matches);
  }

  @SafeVarargs
  private static Set<String> texts(List<Counted>... kinds) {
    Set<String> texts = new HashSet<>();
    for (List<Counted> kind : kinds) {
      kind.forEach(term -> texts.add(term.text()));
    }
    return texts;
  }

  private static List<TextRange> merge(List<Placed> matches) {
    matches.sort(Comparator.comparingInt(Placed::start).thenComparingInt(Placed::end));
    List<TextRange> merged = new ArrayList<>();
    for (Placed match : matches) {
      TextRange last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && match.start() <= last.end()) {
        merged.set(
            merged.size() - 1, new TextRange(last.start(), Math.max(last.end(), match.end())));
      } else if (match.end() > match.start()) {
        merged.add(new TextRange(match.start(), match.end()));
      }
    }
    return List.copyOf(merged);
  }
}
