package io.xunbao.queryapi.vectors;

import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.Segment;
import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.embed.BestRows;
import io.xunbao.ranker.embed.BestRows.Found;
import io.xunbao.ranker.embed.Kinds;
import io.xunbao.ranker.embed.TextVectors;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of one snapshot's products under one embedding, each of length 1 or zero. A segment
 * whose vectors are not made yet has no neighbours; the few products of it that stand in a window
 * get theirs on the spot. Safe for use by several threads.
 */
public final class SnapshotVectors {
  private final String version;
  private final Embedder embedder;
  private final ProductSearcher searcher;
  private final List<Block> blocks;
  private final Blas blas;

  /**
   * What is made for the products of a segment.
   *
   * @param vectors shape [products, dimensions]
   * @param kinds of the same products, as {@link Kinds#of} gives them
   */
  record Rows(Matrix vectors, int[] kinds) {}

  /** A segment and what is made for it, null while it is being made. */
  record Block(Segment segment, @Nullable Rows rows) {}

  /**
   * The kinds of some hits.
   *
   * @param kinds as {@link Kinds#of} gives them
   * @param fits how well the query's words fit the kind of each; NaN where not known
   */
  public record HitKinds(int[] kinds, double[] fits) {}

  /**
   * @param version of the embedding
   * @param blocks one a segment, in the order of their documents
   */
  SnapshotVectors(
      String version, Embedder embedder, ProductSearcher searcher, List<Block> blocks, Blas blas) {
    this.version = Objects.requireNonNull(version, "version");
    this.embedder = embedder;
    this.searcher = searcher;
    this.blocks = List.copyOf(blocks);
    this.blas = blas;
  }

  /** The version of the embedding that made them. */
  public String version() {
    return version;
  }

  /** Products without a vector yet, deleted ones among them. */
  public int missing() {
    return blocks.stream().filter(b -> b.rows() == null).mapToInt(b -> b.segment().size()).sum();
  }

  /** What makes vectors of texts. */
  public TextVectors texts() {
    return embedder.texts();
  }

  /** The vector of a query, of length 1, or zero where none of its words is known. */
  public float[] query(String text) {
    return embedder.query(text);
  }

  /**
   * The products nearest to a vector, by exact search: one product call a block of rows.
   *
   * @param admitted the documents that may be found
   * @return the numbers of their documents, the nearest first
   */
  public List<Found> nearest(float[] vector, int wanted, BitSet admitted) {
    BestRows best = new BestRows(vector, wanted, blas);
    for (Block block : blocks) {
      if (block.rows() != null) {
        best.search(block.rows().vectors(), block.segment().base(), admitted::get);
      }
    }
    return best.found();
  }

  /**
   * The cosines of some vectors (the query's, the user's) and all hits of a window, in one product
   * call.
   *
   * @param vectors shape [m, dimensions], each of length 1 or zero
   * @return shape [m, hits]
   */
  public float[] cosines(Matrix vectors, List<Hit> hits) throws IOException {
    Matrix window = rows(hits.stream().mapToInt(Hit::document).toArray());
    float[] cosines = new float[vectors.rows() * hits.size()];
    blas.gemm(vectors, window, cosines);
    return cosines;
  }

  /** The kinds of hits, and how well a query fits them. */
  public HitKinds kinds(String query, List<Hit> hits) throws IOException {
    List<String> words = embedder.words().words(query);
    int[] kinds = new int[hits.size()];
    double[] fits = new double[hits.size()];
    Map<Integer, Double> known = new HashMap<>();
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = kind(hits.get(i).document());
      fits[i] = known.computeIfAbsent(kinds[i], kind -> embedder.fit(kind, words));
    }
    return new HitKinds(kinds, fits);
  }

  private int kind(int document) throws IOException {
    Block block = block(document);
    Rows made = block.rows();
    return made == null
        ? embedder.kinds(rows(new int[] {document}), blas)[0]
        : made.kinds()[document - block.segment().base()];
  }

  /**
   * The vectors of some documents.
   *
   * @return shape [documents, dimensions], a copy
   */
  public Matrix rows(int[] documents) throws IOException {
    int d = embedder.texts().dimensions();
    float[] rows = new float[documents.length * d];
    for (int i = 0; i < documents.length; i++) {
      copy(documents[i], rows, i * d);
    }
    return Matrix.of(rows, documents.length, d);
  }

  private void copy(int document, float[] out, int at) throws IOException {
    Block block = block(document);
    Rows made = block.rows();
    if (made == null) {
      float[] vector = embedder.product(searcher.product(document));
      System.arraycopy(vector, 0, out, at, vector.length);
    } else {
      Matrix rows = made.vectors();
      int from = rows.start(document - block.segment().base());
      System.arraycopy(rows.values(), from, out, at, rows.columns());
    }
  }

  private Block block(int document) {
    for (Block block : blocks) {
      if (document < block.segment().base() + block.segment().size()) {
        return block;
      }
    }
    throw new IllegalArgumentException("no document " + document + " in this snapshot");
  }
}
