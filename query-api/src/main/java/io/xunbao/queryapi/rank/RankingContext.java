package io.xunbao.queryapi.rank;

import io.xunbao.indexer.search.Hit;
import io.xunbao.queryapi.vectors.SnapshotVectors;
import io.xunbao.queryapi.vectors.SnapshotVectors.HitKinds;
import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.embed.Kinds;
import io.xunbao.ranker.embed.Vectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a window is ranked with beside its words.
 *
 * @param vectors null where no embedding serves
 * @param taste of the shopper; null for nobody
 * @param prior what all shoppers together care for, where a shopper was named of whom nothing is
 *     known; else null
 */
public record RankingContext(
    @Nullable SnapshotVectors vectors, @Nullable Taste taste, @Nullable Taste prior) {
  /** Words alone, for nobody. */
  public static final RankingContext NONE = new RankingContext(null, null, null);

  /**
   * The cosines of a query and of a shopper's interests to the hits of a window, as one product of
   * blocks gives them.
   *
   * @param query one a hit; NaN where not known
   * @param interest the best of the shopper's directions, one a hit; NaN where not known
   */
  public record Likeness(float[] query, float[] interest) {}

  /** Multiplies the query's and the shopper's vectors with all hits in one call. */
  public Likeness likeness(String query, List<Hit> hits) throws IOException {
    return vectors == null ? unknown(hits.size()) : likeness(vectors, vectors.query(query), hits);
  }

  /**
   * The same for a query whose vector is there already.
   *
   * @param vector the query's, of length 1 or zero
   */
  Likeness likeness(SnapshotVectors vectors, float[] vector, List<Hit> hits) throws IOException {
    if (hits.isEmpty()) {
      return unknown(0);
    }
    List<float[]> rows = new ArrayList<>(List.of(vector));
    if (taste != null) {
      rows.addAll(taste.interests());
    }
    float[] cosines = vectors.cosines(block(rows), hits);
    int n = hits.size();
    Likeness unknown = unknown(n);
    float[] words = Vectors.isZero(vector) ? unknown.query() : Arrays.copyOf(cosines, n);
    float[] best = unknown.interest();
    for (int i = n; i < cosines.length; i++) {
      float before = best[i % n];
      best[i % n] = Float.isNaN(before) ? cosines[i] : Math.max(before, cosines[i]);
    }
    return new Likeness(words, best);
  }

  /** The kinds of the hits of a window; all unknown without vectors. */
  public HitKinds kinds(String query, List<Hit> hits) throws IOException {
    if (vectors == null) {
      int[] unknown = new int[hits.size()];
      double[] fits = new double[hits.size()];
      Arrays.fill(unknown, Kinds.UNKNOWN);
      Arrays.fill(fits, Double.NaN);
      return new HitKinds(unknown, fits);
    }
    return vectors.kinds(query, hits);
  }

  private static Likeness unknown(int hits) {
    float[] unknown = new float[hits];
    Arrays.fill(unknown, Float.NaN);
    return new Likeness(unknown, unknown.clone());
  }

  private static Matrix block(List<float[]> rows) {
    int d = rows.getFirst().length;
    float[] values = new float[rows.size() * d];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, values, i * d, d);
    }
    return Matrix.of(values, rows.size(), d);
  }
}
