package io.xunbao.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/**
 * What terms score in the hits of a window, term after term: each one's postings are read only
 * where the hits are.
 */
final class WindowScores {
  private final IndexReader reader;
  private final KnownTerms known;

  WindowScores(IndexReader reader, KnownTerms known) {
    this.reader = reader;
    this.known = known;
  }

  /** A term of the index with what it scores; null where it does not. */
  record Scored(TermUse use, @Nullable SimScorer scorer) {}

  /** The terms that some product has. */
  static List<Scored> scored(List<TermUse> terms, KnownTerms known) throws IOException {
    List<Scored> scored = new ArrayList<>();
    for (TermUse use : terms) {
      if (known.products(use.term()) > 0) {
        scored.add(new Scored(use, known.scorer(use)));
      }
    }
    return scored;
  }

  /** The sum of the terms for each hit, in the order of the hits; 0 where none matches. */
  float[] sums(List<TermUse> terms, List<Hit> hits) throws IOException {
    double[] sums = new double[hits.size()];
    List<Scored> scored = scored(terms, known);
    long[] placed = byDocument(hits);
    int from = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      int to = from;
      while (to < placed.length && document(placed[to]) < end) {
        to++;
      }
      for (Scored term : to == from ? List.<Scored>of() : scored) {
        TermPostings postings = known.postings(term.use(), term.scorer(), leaf);
        for (int i = from; postings != null && i < to; i++) {
          sums[(int) placed[i]] += postings.score(document(placed[i]) - leaf.docBase);
        }
      }
      from = to;
    }
    float[] scores = new float[sums.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) sums[i];
    }
    return scores;
  }

  private static int document(long placed) {
    return (int) (placed >>> Integer.SIZE);
  }

  /** Each hit's document above its place in the list, ascending. */
  static long[] byDocument(List<Hit> hits) {
    long[] placed = new long[hits.size()];
    for (int i = 0; i < placed.length; i++) {
      placed[i] = (long) hits.get(i).document() << Integer.SIZE | i;
    }
    Arrays.sort(placed);
    return placed;
  }
}
