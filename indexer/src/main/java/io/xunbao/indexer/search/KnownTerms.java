package io.xunbao.indexer.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/**
 * Where each term stands in the dictionaries of a reader's segments, remembered: one query asks for
 * the same terms again and again, and other queries ask for many of them too. Safe for use by
 * several threads.
 */
final class KnownTerms {
  private static final int MOST = 50_000;

  private final IndexSearcher searcher;
  private final Map<Term, TermStates> known = new ConcurrentHashMap<>();

  KnownTerms(IndexReader reader) {
    this.searcher = new IndexSearcher(reader);
  }

  /** Products with a term. */
  int products(Term term) {
    return states(term).docFreq();
  }

  /**
   * A query for a term that does not look it up anew.
   *
   * @throws UncheckedIOException when the dictionary cannot be read
   */
  TermQuery query(Term term) {
    return new TermQuery(term, states(term));
  }

  private TermStates states(Term term) {
    TermStates before = known.get(term);
    if (before != null) {
      return before;
    }
    try {
      TermStates states = TermStates.build(searcher, term, true);
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(term, states);
      return states;
    } catch (IOException e) {
      throw new UncheckedIOException("reading the dictionary of the index failed", e);
    }
  }
}
