package io.xunbao.indexer.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/** Opens postings of known terms in one segment; its dictionaries are opened once a field. */
final class SegmentPostings {
  private final LeafReaderContext leaf;
  private final Map<String, TermsEnum> dictionaries = new HashMap<>();

  SegmentPostings(LeafReaderContext leaf) {
    this.leaf = leaf;
  }

  /** The products of the segment that have a term; null where none has. */
  @Nullable TermPostings of(ScoredTerm scored) throws IOException {
    return of(scored, null);
  }

  /**
   * The same, in the buffers of another term.
   *
   * @param spent postings that are not read any more, to be read over; null for none
   */
  @Nullable TermPostings of(ScoredTerm scored, @Nullable TermPostings spent) throws IOException {
    IOSupplier<TermState> place = scored.term().states().get(leaf);
    TermState state = place == null ? null : place.get();
    TermsEnum dictionary = state == null ? null : dictionary(scored.term().term());
    if (state == null || dictionary == null) {
      return null;
    }
    Term term = scored.term().term();
    dictionary.seekExact(term.bytes(), state);
    TermScore score = scored.score();
    int wanted = score == null ? PostingsEnum.NONE : PostingsEnum.FREQS;
    return new TermPostings(
        dictionary.postings(spent == null ? null : spent.postings(), wanted),
        score == null ? null : leaf.reader().getNormValues(term.field()),
        score,
        scored.marks());
  }

  private @Nullable TermsEnum dictionary(Term term) throws IOException {
    TermsEnum before = dictionaries.get(term.field());
    Terms terms = before == null ? leaf.reader().terms(term.field()) : null;
    if (terms == null) {
      return before;
    }
    TermsEnum opened = terms.iterator();
    dictionaries.put(term.field(), opened);
    return opened;
  }
}
