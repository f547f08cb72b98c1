package io.xunbao.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.util.FixedBitSet;

/** Every product that a query matches by one policy or another, with its score. */
final class Matches {
  private static final int FIRST_SIZE = 512;

  private final MatchPlan plan;
  private int[] documents = new int[FIRST_SIZE];
  private float[] scores = new float[FIRST_SIZE];
  private long[] marks = new long[FIRST_SIZE];
  private int size;
  private boolean partial;

  Matches(MatchPlan plan) {
    this.plan = plan;
  }

  /**
   * Keeps a document where it matches.
   *
   * @param document greater than all before
   */
  void add(int document, float score, long marked) {
    if (!plan.matches(marked, Matching.ANY) && !plan.matches(marked, Matching.MOST)) {
      return;
    }
    if (size == documents.length) {
      documents = Arrays.copyOf(documents, size * 2);
      scores = Arrays.copyOf(scores, size * 2);
      marks = Arrays.copyOf(marks, size * 2);
    }
    documents[size] = document;
    scores[size] = score;
    marks[size++] = marked;
  }

  /** Notes that some products were not seen. */
  Matches cutShort() {
    partial = true;
    return this;
  }

  boolean partial() {
    return partial;
  }

  /** The best hits by score, then by id, as Lucene orders them. */
  Retrieved top(Matching matching, int most, Ids ids) throws IOException {
    float[] least = new float[most];
    int total = 0;
    for (int i = 0; i < size; i++) {
      if (isHit(i, matching)) {
        total++;
        offer(least, scores[i]);
      }
    }
    List<Hit> hits = HitOrder.byScore(hits(matching, total <= most ? 0 : least[0], ids));
    return new Retrieved(
        hits.subList(0, Math.min(most, hits.size())), total, !partial, matching, partial);
  }

  /** A product without a term that scores is no hit. */
  private boolean isHit(int i, Matching matching) {
    return scores[i] > 0 && plan.matches(marks[i], matching);
  }

  /** A heap whose least value is the first. */
  private static void offer(float[] heap, float value) {
    if (value <= heap[0]) {
      return;
    }
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= heap.length) {
        break;
      }
      if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= value) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = value;
  }

  private List<Hit> hits(Matching matching, float least, Ids ids) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (scores[i] >= least && isHit(i, matching)) {
        String id = ids.of(documents[i]);
        hits.add(
            new Hit(id, documents[i], scores[i], new PageKey(Float.floatToIntBits(scores[i]), id)));
      }
    }
    return hits;
  }

  /** The documents of a policy, segment by segment. */
  FixedBitSet[] sets(Matching matching, IndexReader reader) {
    FixedBitSet[] sets = new FixedBitSet[reader.leaves().size()];
    int at = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      FixedBitSet set = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; at < size && documents[at] < end; at++) {
        if (plan.matches(marks[at], matching)) {
          set.set(documents[at] - leaf.docBase);
        }
      }
      sets[leaf.ord] = set;
    }
    return sets;
  }

  /** Shows all documents of a policy to a counter. */
  void count(Matching matching, IndexReader reader, FacetCounter counter) throws IOException {
    int at = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      LeafCollector collector = counter.getLeafCollector(leaf);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; at < size && documents[at] < end; at++) {
        if (plan.matches(marks[at], matching)) {
          collector.collect(documents[at] - leaf.docBase);
        }
      }
      collector.finish();
    }
  }

  /** Tells the id of a document's product. */
  interface Ids {
    String of(int document) throws IOException;
  }
}
