package io.xunbao.ranker.embed;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import java.util.Arrays;
import java.util.Random;

/**
 * Groups vectors of length 1 by their directions: each belongs to the centre of the largest cosine,
 * each centre is the direction of the sum of its vectors (Dhillon and Modha, "Concept
 * decompositions for large sparse text data using clustering", Machine Learning 42, 2001). For use
 * by one thread.
 */
final class SphericalKMeans {
  private static final int PASSES = 15;

  /** Rows of one product call: few enough for their scores to stay in cache. */
  private static final int BLOCK = 256;

  private final Blas blas;

  SphericalKMeans(Blas blas) {
    this.blas = blas;
  }

  /**
   * Finds centres.
   *
   * @param rows shape [n, dimensions], each of length 1
   * @param wanted how many at most, 1 or more
   * @return shape [k, dimensions], each of length 1; no centre is without a row
   */
  Matrix centres(Matrix rows, int wanted, long seed) {
    int k = Math.min(wanted, rows.rows());
    Matrix centres = drawn(rows, k, seed);
    int[] before = new int[0];
    for (int pass = 0; pass < PASSES; pass++) {
      int[] nearest = nearest(rows, centres);
      if (Arrays.equals(nearest, before)) {
        break;
      }
      before = nearest;
      centres = means(rows, nearest, centres.rows());
    }
    return centres;
  }

  /** The number of the nearest centre of each row; of equally near ones the first. */
  int[] nearest(Matrix rows, Matrix centres) {
    int k = centres.rows();
    int[] nearest = new int[rows.rows()];
    float[] cosines = new float[BLOCK * k];
    for (int from = 0; from < rows.rows(); from += BLOCK) {
      Matrix block = rows.rows(from, Math.min(rows.rows(), from + BLOCK));
      blas.gemm(block, centres, cosines);
      for (int i = 0; i < block.rows(); i++) {
        nearest[from + i] = best(cosines, i * k, k);
      }
    }
    return nearest;
  }

  private static int best(float[] cosines, int from, int length) {
    int best = 0;
    for (int i = 1; i < length; i++) {
      best = cosines[from + i] > cosines[from + best] ? i : best;
    }
    return best;
  }

  /**
   * First centres: rows drawn one after the other, each by its distance from the centres before
   * (k-means++: Arthur and Vassilvitskii, SODA 2007).
   */
  private Matrix drawn(Matrix rows, int k, long seed) {
    Random random = new Random(seed);
    int d = rows.columns();
    float[] centres = new float[k * d];
    float[] nearest = new float[rows.rows()];
    float[] cosines = new float[rows.rows()];
    Arrays.fill(nearest, -1);
    int row = random.nextInt(rows.rows());
    for (int i = 0; i < k; i++) {
      float[] centre = Arrays.copyOfRange(rows.values(), rows.start(row), rows.start(row) + d);
      System.arraycopy(centre, 0, centres, i * d, d);
      blas.gemv(rows, centre, cosines);
      for (int j = 0; j < nearest.length; j++) {
        nearest[j] = Math.max(nearest[j], cosines[j]);
      }
      row = byDistance(nearest, random);
    }
    return Matrix.of(centres, k, d);
  }

  private static int byDistance(float[] nearest, Random random) {
    double sum = 0;
    for (float cosine : nearest) {
      sum += Math.max(0, 1 - cosine);
    }
    double left = random.nextDouble() * sum;
    for (int j = 0; j < nearest.length; j++) {
      left -= Math.max(0, 1 - nearest[j]);
      if (left < 0) {
        return j;
      }
    }
    return random.nextInt(nearest.length);
  }

  /** Directions of the sums; a centre that lost all its rows is dropped. */
  private static Matrix means(Matrix rows, int[] nearest, int k) {
    int d = rows.columns();
    float[] sums = new float[k * d];
    int[] sizes = new int[k];
    for (int i = 0; i < nearest.length; i++) {
      sizes[nearest[i]]++;
      for (int j = 0; j < d; j++) {
        sums[nearest[i] * d + j] += rows.values()[rows.start(i) + j];
      }
    }
    int kept = 0;
    for (int i = 0; i < k; i++) {
      if (sizes[i] > 0) {
        System.arraycopy(sums, i * d, sums, kept * d, d);
        Vectors.normalize(sums, kept * d, d);
        kept++;
      }
    }
    return Matrix.of(sums, kept, d);
  }
}
