package io.xunbao.indexer.search;

import io.xunbao.indexer.schema.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where each term stands in the dictionaries of a reader's segments, remembered: one query asks for
 * the same terms again and again, and other queries ask for many of them too. Safe for use by
 * several threads.
 */
final class KnownTerms {
  private static final int MOST = 50_000;

  private final IndexSearcher searcher;
  private final Map<Term, TermStates> known = new ConcurrentHashMap<>();
  private final Map<String, CollectionStatistics> statistics = new ConcurrentHashMap<>();

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

  /**
   * The products of a segment that have a term.
   *
   * @param scorer of {@link #scorer}; null where the term does not score
   * @return null where the segment has none
   */
  @Nullable TermPostings postings(TermUse use, @Nullable SimScorer scorer, LeafReaderContext leaf)
      throws IOException {
    Term term = use.term();
    IOSupplier<TermState> place = states(term).get(leaf);
    TermState state = place == null ? null : place.get();
    Terms terms = state == null ? null : leaf.reader().terms(term.field());
    if (state == null || terms == null) {
      return null;
    }
    TermsEnum dictionary = terms.iterator();
    dictionary.seekExact(term.bytes(), state);
    int wanted = scorer == null ? PostingsEnum.NONE : PostingsEnum.FREQS;
    return new TermPostings(
        dictionary.postings(null, wanted),
        scorer == null ? null : leaf.reader().getNormValues(term.field()),
        scorer,
        use.marks());
  }

  /** What a term scores; null for one that does not. */
  @Nullable SimScorer scorer(TermUse use) throws IOException {
    if (use.weight() == 0) {
      return null;
    }
    Term term = use.term();
    TermStates states = states(term);
    CollectionStatistics field = statistics.get(term.field());
    if (field == null) {
      field = searcher.collectionStatistics(term.field());
      statistics.put(term.field(), field);
    }
    return IndexSchema.similarity()
        .scorer(
            use.weight(),
            field,
            searcher.termStatistics(term, states.docFreq(), states.totalTermFreq()));
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
