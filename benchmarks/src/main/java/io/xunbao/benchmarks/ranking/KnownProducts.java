package io.xunbao.benchmarks.ranking;

import io.xunbao.benchmarks.ranking.BlasHammer.Compared;
import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.blas.PlainBlas;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A block of vectors and a block of rows whose inner products plain Java has computed: any part of
 * one against any part of the other has a known answer. Parts begin anywhere, so that two threads
 * at the same time hardly ever expect the same numbers. Only read; safe for several threads.
 */
final class KnownProducts {
  private static final int[] VECTORS = {1, 1, 2, 3, 5, 5, 13, 32, 32};
  private static final int[] ROWS = {1, 7, 100, 100, 333, 1_000, 1_000, 3_163, 10_000};
  private static final int MOST_VECTORS = 33;
  private static final int MOST_ROWS = 10_007;

  /** Room that every call's products fit into. */
  static final int MOST_PRODUCTS = MOST_VECTORS * MOST_ROWS;

  private final Matrix vectors;
  private final Matrix rows;
  private final float[] expected = new float[MOST_PRODUCTS];
  private final double[] vectorLengths;
  private final double[] rowLengths;

  /** Sums of d products, in any order, differ by 2 d times half a unit in the last place. */
  private final double tolerance;

  KnownProducts(int columns, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    vectors = block(MOST_VECTORS, columns, random);
    rows = block(MOST_ROWS, columns, random);
    new PlainBlas().gemm(vectors, rows, expected);
    vectorLengths = lengths(vectors);
    rowLengths = lengths(rows);
    tolerance = 2 * columns * 0x1p-24;
  }

  private static Matrix block(int rows, int columns, RandomGenerator random) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat(-1, 1);
    }
    return Matrix.of(values, rows, columns);
  }

  private static double[] lengths(Matrix block) {
    double[] lengths = new double[block.rows()];
    for (int i = 0; i < lengths.length; i++) {
      double sum = 0;
      for (int k = block.start(i); k < block.start(i + 1); k++) {
        sum += (double) block.values()[k] * block.values()[k];
      }
      lengths[i] = Math.sqrt(sum);
    }
    return lengths;
  }

  /** One call of a backend with random parts, every product of which is compared. */
  Compared call(Blas backend, RandomGenerator random, float[] out) {
    int m = VECTORS[random.nextInt(VECTORS.length)];
    int n = ROWS[random.nextInt(ROWS.length)];
    int firstVector = random.nextInt(MOST_VECTORS - m + 1);
    int firstRow = random.nextInt(MOST_ROWS - n + 1);
    Arrays.fill(out, 0, m * n, Float.NaN); // what a backend leaves out is a difference
    if (m == 1 && random.nextBoolean()) {
      backend.gemv(rows.rows(firstRow, firstRow + n), vector(firstVector), out);
    } else {
      backend.gemm(
          vectors.rows(firstVector, firstVector + m), rows.rows(firstRow, firstRow + n), out);
    }
    long differences = 0;
    double largest = 0;
    for (int i = 0; i < m; i++) {
      int from = (firstVector + i) * MOST_ROWS + firstRow;
      for (int j = 0; j < n; j++) {
        double off = Math.abs((double) out[i * n + j] - expected[from + j]);
        double error = off / (vectorLengths[firstVector + i] * rowLengths[firstRow + j]);
        if (!(error <= tolerance)) { // so that NaN is a difference
          differences++;
        }
        largest = Math.max(largest, error);
      }
    }
    return new Compared(1, (long) m * n, differences, largest);
  }

  private float[] vector(int i) {
    return Arrays.copyOfRange(vectors.values(), vectors.start(i), vectors.start(i + 1));
  }
}
