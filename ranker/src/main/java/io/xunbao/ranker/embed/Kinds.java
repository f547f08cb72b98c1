package io.xunbao.ranker.embed;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of products, found in their vectors, and how usual each word is among the products of a
 * kind. They stand in for categories, which catalogues lack or fill by whim: 手机 is said by nearly
 * every phone and by few of the chargers that mention one.
 *
 * <p>How well words fit a kind is the mean logarithm of the share of its products that say them,
 * smoothed by the share of all products (Dirichlet smoothing: Zhai and Lafferty, SIGIR 2001). Safe
 * for use by several threads.
 */
public final class Kinds {
  /** No kind: nothing is known of the product. */
  public static final int UNKNOWN = -1;

  private static final int PRODUCTS_A_KIND = 75;
  private static final int MOST_KINDS = 1_000;

  /** Vectors that centres are found from; all products are counted. */
  private static final int SAMPLE = 50_000;

  /** Products that the share among all counts for beside those of a kind. */
  private static final double PRIOR = 0.5;

  /** The least share, so that a word that no product says has a finite logarithm. */
  private static final double LEAST = 1e-4;

  private final Matrix centres;
  private final List<WordShares> shares;
  private final WordShares all;

  /**
   * @param centres shape [k, dimensions], each of length 1
   * @param shares of words among the products of each kind
   * @param all shares among all products
   */
  Kinds(Matrix centres, List<WordShares> shares, WordShares all) {
    this.centres = centres;
    this.shares = List.copyOf(shares);
    this.all = all;
    if (centres.rows() != shares.size() || centres.rows() == 0) {
      throw new IllegalArgumentException(
          "each kind needs a centre and shares of words, got "
              + (centres.rows() + " centres, " + shares.size() + " shares"));
    }
  }

  /**
   * How many of some products say each word.
   *
   * @param products how many there are, 1 or more
   * @param counts products that say a word; rare words may be left out
   */
  record WordShares(int products, Map<String, Integer> counts) {
    WordShares {
      counts = Map.copyOf(counts);
      if (products < 1 || counts.values().stream().anyMatch(c -> c < 1 || c > products)) {
        throw new IllegalArgumentException(
            "words must be counted once a product, got counts beyond 1.." + products);
      }
    }

    int count(String word) {
      return counts.getOrDefault(word, 0);
    }
  }

  /**
   * Finds the kinds of a catalogue.
   *
   * @param products their vectors, shape [n, dimensions], each of length 1 or zero
   * @param words the words of each product
   * @return null where no product has a vector
   */
  static @Nullable Kinds find(Matrix products, List<List<String>> words, long seed, Blas blas) {
    List<Integer> known = new ArrayList<>();
    for (int i = 0; i < products.rows(); i++) {
      if (!isZero(products, i)) {
        known.add(i);
      }
    }
    if (known.isEmpty()) {
      return null;
    }
    SphericalKMeans means = new SphericalKMeans(blas);
    int wanted = Math.clamp(known.size() / PRODUCTS_A_KIND, 2, MOST_KINDS);
    Matrix centres = means.centres(rows(products, sample(known, seed)), wanted, seed);
    int[] kinds = means.nearest(rows(products, known), centres);
    return counted(centres, kinds, known.stream().map(words::get).toList());
  }

  private static List<Integer> sample(List<Integer> known, long seed) {
    if (known.size() <= SAMPLE) {
      return known;
    }
    List<Integer> shuffled = new ArrayList<>(known);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.subList(0, SAMPLE);
  }

  private static Matrix rows(Matrix all, List<Integer> wanted) {
    int d = all.columns();
    float[] values = new float[Math.multiplyExact(wanted.size(), d)];
    for (int i = 0; i < wanted.size(); i++) {
      System.arraycopy(all.values(), all.start(wanted.get(i)), values, i * d, d);
    }
    return Matrix.of(values, wanted.size(), d);
  }

  /** A centre that attracts no product is dropped. */
  private static Kinds counted(Matrix centres, int[] kinds, List<List<String>> words) {
    WordCounts all = new WordCounts();
    List<WordCounts> counts = new ArrayList<>();
    for (int k = 0; k < centres.rows(); k++) {
      counts.add(new WordCounts());
    }
    for (int i = 0; i < kinds.length; i++) {
      HashSet<String> said = new HashSet<>(words.get(i));
      counts.get(kinds[i]).add(said);
      all.add(said);
    }
    List<Integer> full = new ArrayList<>();
    for (int k = 0; k < centres.rows(); k++) {
      if (counts.get(k).products() > 0) {
        full.add(k);
      }
    }
    return new Kinds(
        rows(centres, full), full.stream().map(k -> counts.get(k).shares()).toList(), all.shares());
  }

  private static boolean isZero(Matrix rows, int row) {
    for (int i = rows.start(row); i < rows.start(row) + rows.columns(); i++) {
      if (rows.values()[i] != 0) {
        return false;
      }
    }
    return true;
  }

  public int size() {
    return shares.size();
  }

  Matrix centres() {
    return centres;
  }

  List<WordShares> shares() {
    return shares;
  }

  WordShares all() {
    return all;
  }

  /**
   * The kinds of products.
   *
   * @param vectors shape [n, dimensions], each of length 1 or zero
   * @return a number below {@link #size} each, or {@link #UNKNOWN} for zero
   */
  public int[] of(Matrix vectors, Blas blas) {
    int[] kinds = new SphericalKMeans(blas).nearest(vectors, centres);
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = isZero(vectors, i) ? UNKNOWN : kinds[i];
    }
    return kinds;
  }

  /**
   * How well words fit a kind.
   *
   * @param kind as {@link #of} gives it
   * @return at most about 0, the higher the better; NaN without words or for {@link #UNKNOWN}
   */
  public double fit(int kind, List<String> words) {
    if (kind == UNKNOWN || words.isEmpty()) {
      return Double.NaN;
    }
    WordShares of = shares.get(kind);
    double sum = 0;
    for (String word : words) {
      double overall = all.count(word) / (double) all.products();
      double share = (of.count(word) + PRIOR * overall) / (of.products() + PRIOR);
      sum += Math.log(share + LEAST);
    }
    return sum / words.size();
  }
}
