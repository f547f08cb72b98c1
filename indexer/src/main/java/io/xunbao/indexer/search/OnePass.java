package io.xunbao.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Goes once over the postings of a {@link MatchPlan}, term after term within windows of documents
 * that stay in the processor's cache (the array of buckets of Lucene's BooleanScorer), and keeps
 * the score and the marks of what matches. Facets need every match anyway, so nothing could be
 * skipped.
 */
final class OnePass {
  private static final int WINDOW_BITS = 12;
  private static final int WINDOW = 1 << WINDOW_BITS;

  private final MatchPlan plan;
  private final KnownTerms known;
  private final Deadline deadline;
  private final double[] sums = new double[WINDOW];
  private final long[] marks = new long[WINDOW];
  private final long[] touched = new long[WINDOW / Long.SIZE];
  private final TermPostings.Batch batch = new TermPostings.Batch();

  OnePass(MatchPlan plan, KnownTerms known, Deadline deadline) {
    this.plan = plan;
    this.known = known;
    this.deadline = deadline;
  }

  Matches run(IndexReader reader) throws IOException {
    Matches matches = new Matches(plan);
    List<ScoredTerm> uses = known.scored(plan.terms());
    for (LeafReaderContext leaf : reader.leaves()) {
      if (!leaf(leaf, uses, matches)) {
        return matches.cutShort();
      }
    }
    return matches;
  }

  /** Returns whether the leaf was gone through to its end. */
  private boolean leaf(LeafReaderContext leaf, List<ScoredTerm> uses, Matches matches)
      throws IOException {
    List<TermPostings> terms = new ArrayList<>();
    SegmentPostings segment = new SegmentPostings(leaf);
    for (ScoredTerm use : uses) {
      TermPostings postings = segment.of(use);
      if (postings != null) {
        postings.start();
        terms.add(postings);
      }
    }
    Bits live = leaf.reader().getLiveDocs();
    int next = next(terms);
    while (next != DocIdSetIterator.NO_MORE_DOCS) {
      if (deadline.passed()) {
        return false;
      }
      int base = next & -WINDOW;
      for (TermPostings postings : terms) {
        add(postings, base);
      }
      flush(leaf.docBase, base, live, matches);
      next = next(terms);
    }
    return true;
  }

  private static int next(List<TermPostings> terms) {
    int next = DocIdSetIterator.NO_MORE_DOCS;
    for (TermPostings postings : terms) {
      next = Math.min(next, postings.document());
    }
    return next;
  }

  private void add(TermPostings postings, int base) throws IOException {
    int end = base + WINDOW;
    long mark = postings.marks();
    while (postings.document() < end && postings.read(end, batch)) {
      int[] documents = batch.documents();
      float[] scores = batch.scores();
      for (int i = 0; i < batch.size(); i++) {
        int at = documents[i] - base;
        sums[at] += scores[i];
        marks[at] |= mark;
        touched[at >> 6] |= 1L << at;
      }
    }
  }

  private void flush(int leafBase, int base, @Nullable Bits live, Matches into) {
    for (int word = 0; word < touched.length; word++) {
      for (long bits = touched[word]; bits != 0; bits &= bits - 1) {
        int at = (word << 6) + Long.numberOfTrailingZeros(bits);
        int document = base + at;
        if (live == null || live.get(document)) {
          into.add(leafBase + document, (float) sums[at], marks[at]);
        }
        sums[at] = 0;
        marks[at] = 0;
      }
      touched[word] = 0;
    }
  }
}
