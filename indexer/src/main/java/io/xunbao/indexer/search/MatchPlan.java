package io.xunbao.indexer.search;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.search.QueryWords.Counted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;

/**
 * A query as terms that leave marks on the products that have them: one pass over the postings then
 * tells score and match for every {@link Matching} at once. It says the same as {@link
 * RelevanceQueries#scoring} and {@link RelevanceQueries#matching}.
 *
 * <p>Each character and Latin word of the query has a place, which is two bits: one for standing
 * beside a neighbour, of which half the places must be marked, and one for being there at all, of
 * which all must.
 *
 * @param terms each once
 * @param places characters and Latin words of the query
 */
record MatchPlan(List<TermUse> terms, int places) {
  /** Places whose two bits fit into the marks; longer queries are left to Lucene's own scorers. */
  static final int MOST_PLACES = 31;

  private static final long ALL_BESIDE = (1L << MOST_PLACES) - 1;
  private static final long ANY = 1L << 2 * MOST_PLACES;
  private static final long EXCLUDED = ANY << 1;

  MatchPlan {
    terms = List.copyOf(terms);
  }

  /**
   * The plan of a query.
   *
   * @param scoring terms that score, with their weights
   * @param attributes whether words match in attributes too
   * @return empty where the query has more places than marks
   */
  static Optional<MatchPlan> of(QueryWords query, Map<Term, Float> scoring, boolean attributes) {
    int places = query.characters().size() + query.latin().size();
    return places > MOST_PLACES
        ? Optional.empty()
        : Optional.of(new Builder(query, attributes).plan(scoring, places));
  }

  boolean matches(long marks, Matching matching) {
    return marks > 0 && (matching == Matching.ANY || places == 0 ? any(marks) : most(marks));
  }

  private static boolean any(long marks) {
    return (marks & ANY) != 0;
  }

  private boolean most(long marks) {
    long all = (1L << places) - 1;
    return Long.bitCount(marks & ALL_BESIDE) >= (places + 1) / 2
        || (marks >>> MOST_PLACES & all) == all;
  }

  /** Collects what each term says. */
  private static final class Builder {
    private final QueryWords query;
    private final boolean attributes;
    private final Map<Term, TermUse> uses = new LinkedHashMap<>();

    Builder(QueryWords query, boolean attributes) {
      this.query = query;
      this.attributes = attributes;
    }

    MatchPlan plan(Map<Term, Float> scoring, int places) {
      scoring.forEach((term, weight) -> add(new TermUse(term, weight, 0)));
      query.words().forEach(word -> anyField(word, ANY));
      query.latinParts().forEach(part -> mark(IndexSchema.TEXT, part, ANY));
      query.pairs().forEach(pair -> mark(IndexSchema.PAIRS, pair, ANY));
      int place = 0;
      for (Counted character : query.characters()) {
        place(character, place++);
      }
      for (Counted word : query.latin()) {
        anyField(word, ANY | beside(place) | there(place));
        place++;
      }
      add(new TermUse(FilterQueries.OFF_SALE.getTerm(), 0, EXCLUDED));
      return new MatchPlan(List.copyOf(uses.values()), places);
    }

    /** A character counts beside a neighbour that it has in the query; alone where it has none. */
    private void place(Counted character, int place) {
      List<Counted> pairs =
          query.pairs().stream().filter(pair -> pair.text().contains(character.text())).toList();
      pairs.forEach(pair -> mark(IndexSchema.PAIRS, pair, beside(place)));
      mark(IndexSchema.TEXT, character, there(place) | (pairs.isEmpty() ? beside(place) : 0));
    }

    private void anyField(Counted word, long marks) {
      mark(IndexSchema.TEXT, word, marks);
      if (attributes) {
        mark(IndexSchema.ATTRIBUTES, word, marks);
      }
    }

    private void mark(String field, Counted term, long marks) {
      add(new TermUse(new Term(field, term.text()), 0, marks));
    }

    private void add(TermUse use) {
      uses.merge(use.term(), use, TermUse::and);
    }

    private static long beside(int place) {
      return 1L << place;
    }

    private static long there(int place) {
      return 1L << MOST_PLACES + place;
    }
  }
}
