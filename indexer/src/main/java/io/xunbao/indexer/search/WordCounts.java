package io.xunbao.indexer.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * How many products have a word, remembered: the dictionary of each segment is asked once a word.
 */
final class WordCounts {
  private static final int MOST = 200_000;

  private final IndexReader reader;
  private final Map<Term, Integer> counts = new ConcurrentHashMap<>();

  WordCounts(IndexReader reader) {
    this.reader = reader;
  }

  /** Products with a word in a field. */
  int products(Term word) throws IOException {
    Integer known = counts.get(word);
    if (known != null) {
      return known;
    }
    int count = reader.docFreq(word);
    if (counts.size() >= MOST) {
      counts.clear();
    }
    counts.put(word, count);
    return count;
  }
}
