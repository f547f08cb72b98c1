package io.xunbao.indexer.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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
  /** About 300 bytes each; a shop's queries and what they teach ask for some ten thousand. */
  private static final int MOST = 200_000;

  private final IndexSearcher searcher;
  private final Map<Term, KnownTerm> known = new ConcurrentHashMap<>();
  private final Map<String, FieldScores> fields = new ConcurrentHashMap<>();

  KnownTerms(IndexReader reader) {
    this.searcher = new IndexSearcher(reader);
  }

  /** Products with a term. */
  int products(Term term) {
    return find(term).products();
  }

  /**
   * A query for a term that does not look it up anew.
   *
   * @throws UncheckedIOException when the dictionary cannot be read
   */
  TermQuery query(Term term) {
    return new TermQuery(term, find(term).states());
  }

  /** The terms that some product has, with what they score. */
  List<ScoredTerm> scored(List<TermUse> uses) throws IOException {
    List<ScoredTerm> scored = new ArrayList<>(uses.size());
    for (TermUse use : uses) {
      KnownTerm term = find(use.term());
      if (term.products() > 0) {
        TermScore score =
            use.weight() == 0
                ? null
                : field(use.term().field()).term(use.weight(), term.products());
        scored.add(new ScoredTerm(term, score, use.marks()));
      }
    }
    return scored;
  }

  /**
   * How a field scores.
   *
   * @param name a field that some product has
   */
  private FieldScores field(String name) throws IOException {
    FieldScores field = fields.get(name);
    if (field == null) {
      field = new FieldScores(searcher.collectionStatistics(name));
      fields.put(name, field);
    }
    return field;
  }

  private KnownTerm find(Term term) {
    KnownTerm before = known.get(term);
    if (before != null) {
      return before;
    }
    try {
      TermStates states = TermStates.build(searcher, term, true);
      KnownTerm found = new KnownTerm(term, states, states.docFreq());
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(term, found);
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("reading the dictionary of the index failed", e);
    }
  }
}
