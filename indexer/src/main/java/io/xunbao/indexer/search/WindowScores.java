package io.xunbao.indexer.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * What terms score in the hits of a window, term after term: each one's postings are read only
 * where the hits are.
 */
final class WindowScores {
  private final IndexReader reader;
  private final List<ScoredTerm> terms;

  WindowScores(IndexReader reader, List<ScoredTerm> terms) {
    this.reader = reader;
    this.terms = terms;
  }

  /** The sum of the terms for each hit, in the order of the hits; 0 where none matches. */
  float[] sums(List<Hit> hits) throws IOException {
    double[] sums = new double[hits.size()];
    long[] placed = byDocument(hits);
    int from = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      int to = from;
      while (to < placed.length && document(placed[to]) < end) {
        to++;
      }
      if (to > from) {
        add(leaf, placed, from, to, sums);
      }
      from = to;
    }
    float[] scores = new float[sums.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) sums[i];
    }
    return scores;
  }

  private void add(LeafReaderContext leaf, long[] placed, int from, int to, double[] sums)
      throws IOException {
    SegmentPostings segment = new SegmentPostings(leaf);
    TermPostings postings = null;
    for (ScoredTerm term : terms) {
      postings = segment.of(term, postings);
      for (int i = from; postings != null && i < to; i++) {
        sums[(int) placed[i]] += postings.score(document(placed[i]) - leaf.docBase);
      }
    }
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
