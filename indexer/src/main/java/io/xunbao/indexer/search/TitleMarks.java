package io.xunbao.indexer.search;

import io.xunbao.indexer.search.QueryAnalysis.Placed;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the index terms of a title stand, words first, then pairs of characters.
 *
 * @param ids {@link ProductWords#id} of each term
 * @param ranges start of each term above its end, in UTF-16 units
 * @param words how many of the terms are words
 */
record TitleMarks(int[] ids, long[] ranges, int words) {
  static TitleMarks of(String title, QueryAnalysis analysis) {
    List<Placed> placed = new ArrayList<>(analysis.placed(title));
    int words = placed.size();
    placed.addAll(analysis.pairs(title));
    return new TitleMarks(
        placed.stream().mapToInt(p -> ProductWords.id(p.term())).toArray(),
        placed.stream().mapToLong(p -> (long) p.start() << Integer.SIZE | p.end()).toArray(),
        words);
  }
}
