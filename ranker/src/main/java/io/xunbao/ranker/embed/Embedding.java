package io.xunbao.ranker.embed;

import io.xunbao.ranker.blas.Matrix;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A vector for each word of a vocabulary: float32, all of the same length. Safe for use by several
 * threads.
 */
public final class Embedding {
  private final Vocabulary vocabulary;
  private final VectorRows rows;

  Embedding(Vocabulary vocabulary, VectorRows rows) {
    this.vocabulary = Objects.requireNonNull(vocabulary, "vocabulary");
    this.rows = Objects.requireNonNull(rows, "rows");
  }

  /**
   * An embedding on the heap.
   *
   * @param vectors row-major, shape [vocabulary.size, dimensions]; used, not copied
   */
  public static Embedding of(Vocabulary vocabulary, float[] vectors, int dimensions) {
    if (vectors.length != (long) vocabulary.size() * dimensions) {
      throw new IllegalArgumentException(
          vocabulary.size()
              + " words x "
              + dimensions
              + " numbers expected, got "
              + vectors.length);
    }
    return new Embedding(vocabulary, new VectorRows.Heap(vectors, dimensions));
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  public int dimensions() {
    return rows.dimensions();
  }

  /** Copies the vector of a row to {@code out[at..at + dimensions)}. */
  public void read(int row, float[] out, int at) {
    Objects.checkIndex(row, vocabulary.size());
    rows.read(row, out, at);
  }

  /** A copy of the vector of a word, empty where it is unknown. */
  public Optional<float[]> vector(String word) {
    OptionalInt row = vocabulary.row(word);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    float[] vector = new float[dimensions()];
    rows.read(row.getAsInt(), vector, 0);
    return Optional.of(vector);
  }

  /** A copy of all vectors, shape [vocabulary.size, dimensions]. */
  public Matrix toMatrix() {
    int d = dimensions();
    float[] all = new float[vocabulary.size() * d];
    for (int i = 0; i < vocabulary.size(); i++) {
      rows.read(i, all, i * d);
    }
    return Matrix.of(all, vocabulary.size(), d);
  }
}
