package io.xunbao.indexer.search;

import io.xunbao.indexer.search.QueryWords.Counted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Finds the parts of titles that one query's words and pairs of characters match. */
final class TitleHighlighter {
  private final int[] words;
  private final int[] pairs;

  /**
   * @param variants the forms of the query
   */
  TitleHighlighter(List<QueryWords> variants) {
    this.words =
        ids(variants.stream().flatMap(v -> Stream.of(v.words(), v.latin(), v.latinParts())));
    this.pairs = ids(variants.stream().map(QueryWords::pairs));
  }

  private static int[] ids(Stream<List<Counted>> kinds) {
    return kinds
        .flatMap(List::stream)
        .mapToInt(term -> ProductWords.id(term.text()))
        .sorted()
        .toArray();
  }

  /** Ranges in order, without overlaps; ranges that touch are one. */
  List<TextRange> highlight(TitleMarks title) {
    long[] matches = new long[title.ids().length];
    int size = 0;
    for (int i = 0; i < matches.length; i++) {
      int[] wanted = i < title.words() ? words : pairs;
      if (Arrays.binarySearch(wanted, title.ids()[i]) >= 0) {
        matches[size++] = title.ranges()[i];
      }
    }
    Arrays.sort(matches, 0, size);
    List<TextRange> merged = new ArrayList<>();
    for (int i = 0; i < size; ) {
      int start = start(matches[i]);
      int end = end(matches[i]);
      for (i++; i < size && start(matches[i]) <= end; i++) {
        end = Math.max(end, end(matches[i]));
      }
      if (end > start) {
        merged.add(new TextRange(start, end));
      }
    }
    return List.copyOf(merged);
  }

  private static int start(long range) {
    return (int) (range >>> Integer.SIZE);
  }

  private static int end(long range) {
    return (int) range;
  }
}
