package io.xunbao.benchmarks.ranking;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.blas.TunedBlas;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Microseconds for vectors of 128 dimensions against rows: every backend, and {@code tuned}, which
 * is what the product uses: the one that was fastest for the size when this JVM started.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class BlasTable {
  private static final int DIMENSIONS = 128;

  @Param({"100", "1000", "10000"})
  int rows;

  @Param({"1", "5", "32"})
  int vectors;

  @Param({"tuned", "vector-api", "openblas", "jblas", "plain"})
  String backend = "";

  private @Nullable Blas blas;
  private Matrix left = block(1, 0);
  private Matrix right = block(1, 0);
  private float[] out = {};

  /** Makes the blocks and finds the backend. */
  @Setup(Level.Trial)
  public void prepare() {
    blas =
        backend.equals("tuned")
            ? TunedBlas.start()
            : TunedBlas.backends().stream()
                .filter(b -> b.name().equals(backend))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(backend + " does not work here"));
    left = block(vectors, 1);
    right = block(rows, 2);
    out = new float[vectors * rows];
  }

  private static Matrix block(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * DIMENSIONS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return Matrix.of(values, rows, DIMENSIONS);
  }

  /** All inner products. */
  @Benchmark
  public float[] products() {
    Blas used = blas;
    if (used == null) {
      throw new IllegalStateException("prepare() comes first");
    }
    if (vectors == 1) {
      used.gemv(right, left.values(), out);
    } else {
      used.gemm(left, right, out);
    }
    return out;
  }
}
