package io.xunbao.benchmarks.ranking;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.blas.TunedBlas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Microseconds for vectors of 128 dimensions against rows, in one JVM where the backends and {@code
 * tuned} take turns of some milliseconds, so that other programs' work falls on all alike: {@code
 * ranking.BlasTurns [TURNS]}. Prints the median turn of each.
 */
public final class BlasTurns {
  private static final int DIMENSIONS = 128;
  private static final int TURNS = 25;
  private static final int[] ROWS = {100, 1_000, 10_000};
  private static final int[] VECTORS = {1, 5, 32};
  private static final long TURN_NANOS = Duration.ofMillis(20).toNanos();

  private BlasTurns() {}

  /** Prints a row of the table a size. */
  public static void main(String[] args) {
    int turns = args.length > 0 ? Integer.parseInt(args[0]) : TURNS;
    TunedBlas tuned = TunedBlas.start();
    List<Blas> backends = new ArrayList<>(List.of(tuned));
    backends.addAll(TunedBlas.backends());
    System.out.println(tuned.report().describe());
    System.out.println(
        "started in "
            + tuned.report().took().toMillis()
            + " ms\n| rows x vectors | "
            + String.join(" | ", backends.stream().map(Blas::name).toList())
            + " | tuned / best |");
    for (int rows : ROWS) {
      for (int vectors : VECTORS) {
        System.out.println(row(rows, vectors, backends, turns));
      }
    }
  }

  private static String row(int rows, int vectors, List<Blas> backends, int turns) {
    SplittableRandom random = new SplittableRandom(rows + vectors);
    Matrix left = block(vectors, random);
    Matrix right = block(rows, random);
    float[] out = new float[vectors * rows];
    double[][] micros = new double[backends.size()][turns];
    for (int turn = -1; turn < turns; turn++) { // the first one warms up
      for (int i = 0; i < micros.length; i++) {
        micros[i][Math.max(0, turn)] = micros(backends.get(i), left, right, out);
      }
    }
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "| %,d x %d", rows, vectors));
    double tuned = median(micros[0]); // the chosen one stands first
    double best = Double.MAX_VALUE;
    for (int i = 0; i < micros.length; i++) {
      double median = median(micros[i]);
      row.append(String.format(Locale.ROOT, " | %.3g", median));
      best = i == 0 ? best : Math.min(best, median);
    }
    return row.append(String.format(Locale.ROOT, " | %.2f |", tuned / best)).toString();
  }

  private static double median(double[] turns) {
    double[] sorted = turns.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double micros(Blas blas, Matrix left, Matrix right, float[] out) {
    long start = System.nanoTime();
    long elapsed;
    int calls = 0;
    do {
      if (left.rows() == 1) {
        blas.gemv(right, left.values(), out);
      } else {
        blas.gemm(left, right, out);
      }
      calls++;
      elapsed = System.nanoTime() - start;
    } while (elapsed < TURN_NANOS);
    return elapsed / 1e3 / calls;
  }

  private static Matrix block(int rows, SplittableRandom random) {
    float[] values = new float[rows * DIMENSIONS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return Matrix.of(values, rows, DIMENSIONS);
  }
}
