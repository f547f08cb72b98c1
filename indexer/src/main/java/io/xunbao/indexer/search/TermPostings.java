package io.xunbao.indexer.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.jspecify.annotations.Nullable;

/** The products of one segment that have a term, with what the term scores in each. */
final class TermPostings {
  private final PostingsEnum postings;
  private final @Nullable NumericDocValues norms;
  private final @Nullable TermScore score;
  private final long marks;

  /**
   * @param postings before their first document
   * @param norms null where the field has none
   * @param score null where the term does not score
   */
  TermPostings(
      PostingsEnum postings,
      @Nullable NumericDocValues norms,
      @Nullable TermScore score,
      long marks) {
    this.postings = postings;
    this.norms = norms;
    this.score = score;
    this.marks = marks;
  }

  PostingsEnum postings() {
    return postings;
  }

  long marks() {
    return marks;
  }

  /** The document that is read next, {@code NO_MORE_DOCS} at the end. */
  int document() {
    return postings.docID();
  }

  /** Goes to the first document. */
  void start() throws IOException {
    postings.nextDoc();
  }

  /**
   * What the term scores in a document, 0 where that does not have it.
   *
   * @param document greater than all that were asked for before
   */
  float score(int document) throws IOException {
    int at = postings.docID();
    if (at < document) {
      at = postings.advance(document);
    }
    if (at != document || score == null) {
      return 0;
    }
    long norm = norms != null && norms.advanceExact(document) ? norms.longValue() : 1;
    return score.of(postings.freq(), norm);
  }

  /** Reads some documents before an end. Returns whether there was one. */
  boolean read(int end, Batch batch) throws IOException {
    postings.nextPostings(end, batch.buffer);
    int size = batch.buffer.size;
    if (size == 0) {
      return false;
    }
    batch.grow(size);
    if (score == null) {
      Arrays.fill(batch.scores, 0, size, 0);
      return true;
    }
    if (norms == null) {
      Arrays.fill(batch.norms, 0, size, 1);
    } else {
      norms.longValues(size, batch.buffer.docs, batch.norms, 1);
    }
    score.of(size, batch.buffer.features, batch.norms, batch.scores);
    return true;
  }

  /** Documents with their scores, to be filled again and again. */
  static final class Batch {
    private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
    private long[] norms = new long[128];
    private float[] scores = new float[128];

    private void grow(int size) {
      if (norms.length < size) {
        norms = new long[size];
        scores = new float[size];
      }
    }

    int size() {
      return buffer.size;
    }

    /** In ascending order; shared. */
    int[] documents() {
      return buffer.docs;
    }

    /** One a document; shared. */
    float[] scores() {
      return scores;
    }
  }
}
