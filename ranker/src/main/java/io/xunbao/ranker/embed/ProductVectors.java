package io.xunbao.ranker.embed;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of a catalogue's products by id, each of length 1 (or zero), so that an inner product
 * is a cosine. Held on the heap, because the block products read them there.
 */
public final class ProductVectors {
  private final Vocabulary ids;
  private final Matrix rows;

  private ProductVectors(Vocabulary ids, Matrix rows) {
    this.ids = ids;
    this.rows = rows;
  }

  /** The vectors of an embedding whose words are product ids. */
  public static ProductVectors of(Embedding byId) {
    Matrix rows = byId.toMatrix();
    for (int i = 0; i < rows.rows(); i++) {
      Vectors.normalize(rows.values(), rows.start(i), rows.columns());
    }
    return new ProductVectors(byId.vocabulary(), rows);
  }

  /**
   * The vectors of texts.
   *
   * @param ids distinct product ids
   * @param texts the words of each product
   */
  public static ProductVectors of(List<String> ids, List<List<String>> texts, TextVectors vectors) {
    int d = vectors.dimensions();
    float[] values = new float[ids.size() * d];
    for (int i = 0; i < ids.size(); i++) {
      System.arraycopy(vectors.vector(texts.get(i)), 0, values, i * d, d);
    }
    return new ProductVectors(
        new Vocabulary(ids, new long[ids.size()]), Matrix.of(values, ids.size(), d));
  }

  /**
   * The kinds of these products.
   *
   * @param words the words of each, in the order of the vectors
   * @return null where no product has a vector
   */
  @Nullable Kinds kinds(List<List<String>> words, long seed, Blas blas) {
    return Kinds.find(rows, words, seed, blas);
  }

  /** A product and its cosine. */
  public record Neighbour(String id, float cosine) {}

  public int size() {
    return rows.rows();
  }

  public int dimensions() {
    return rows.columns();
  }

  Embedding toEmbedding() {
    return Embedding.of(ids, rows.values(), rows.columns());
  }

  /** A copy of the vector of a product; zeros where it is unknown. */
  public float[] vector(String id) {
    float[] vector = new float[dimensions()];
    OptionalInt row = ids.row(id);
    if (row.isPresent()) {
      System.arraycopy(rows.values(), rows.start(row.getAsInt()), vector, 0, vector.length);
    }
    return vector;
  }

  public boolean contains(String id) {
    return ids.contains(id);
  }

  /**
   * The cosines of one vector to some products, in one product call.
   *
   * @param vector of length 1, shape [dimensions]
   * @return a cosine for each id; NaN where the product is unknown
   */
  public float[] cosines(float[] vector, List<String> products, Blas blas) {
    return cosines(Matrix.row(vector), products, blas);
  }

  /**
   * The cosines of several vectors (the query's and the user's) to some products, in one product
   * call.
   *
   * @param vectors shape [m, dimensions], each of length 1
   * @return shape [m, products]; NaN where the product is unknown
   */
  public float[] cosines(Matrix vectors, List<String> products, Blas blas) {
    int d = dimensions();
    int n = products.size();
    float[] window = new float[n * d];
    boolean[] unknown = new boolean[n];
    for (int i = 0; i < n; i++) {
      int row = ids.row(products.get(i)).orElse(-1);
      unknown[i] = row < 0;
      if (row >= 0) {
        System.arraycopy(rows.values(), rows.start(row), window, i * d, d);
      }
    }
    float[] out = new float[vectors.rows() * n];
    blas.gemm(vectors, Matrix.of(window, n, d), out);
    for (int i = 0; i < out.length; i++) {
      out[i] = unknown[i % n] ? Float.NaN : out[i];
    }
    return out;
  }

  /**
   * The nearest products, by exact search over all of them.
   *
   * @param vector of length 1, shape [dimensions]
   * @param k how many at most
   * @param wanted which products may be among them
   * @return the nearest first; equal ones in the order of the catalogue
   */
  public List<Neighbour> nearest(float[] vector, int k, Predicate<String> wanted, Blas blas) {
    BestRows best = new BestRows(vector, k, blas);
    best.search(rows, 0, row -> wanted.test(ids.word(row)));
    return best.found().stream().map(f -> new Neighbour(ids.word(f.row()), f.cosine())).toList();
  }
}
