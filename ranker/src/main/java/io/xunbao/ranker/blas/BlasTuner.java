package io.xunbao.ranker.blas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures working backends once for each size class and names the winners. Each measurement warms
 * up first: the Vector API is a thousand times slower before it is compiled.
 */
final class BlasTuner {
  /** The width of the embeddings of this project. */
  private static final int DIMENSIONS = 128;

  /** A backend this many times slower than the best so far is not measured further. */
  private static final double HOPELESS = 4;

  private static final int WARM_UP_CALLS = 400;
  private static final int SAMPLES = 5;

  private final List<Blas> backends;
  private final long sampleNanos;

  /**
   * @param sampleNanos how long one sample lasts at least; five are taken and the fastest counts
   */
  BlasTuner(List<Blas> backends, long sampleNanos) {
    this.backends = List.copyOf(backends);
    this.sampleNanos = sampleNanos;
  }

  List<BlasReport.Choice> choices() {
    for (Blas backend : backends) {
      warmUp(backend);
    }
    List<BlasReport.Choice> choices = new ArrayList<>();
    for (SizeClass size : SizeClass.all()) {
      choices.add(choose(size));
    }
    return choices;
  }

  /** Many short calls, so that the compiler sees hot loops and not one long one. */
  private static void warmUp(Blas backend) {
    Work one = new Work(new SizeClass(1, 64));
    Work block = new Work(new SizeClass(4, 64));
    for (int i = 0; i < WARM_UP_CALLS; i++) {
      one.run(backend);
      block.run(backend);
    }
  }

  private BlasReport.Choice choose(SizeClass size) {
    Work work = new Work(size);
    Map<String, Long> nanos = new HashMap<>();
    String winner = backends.getFirst().name();
    long best = Long.MAX_VALUE;
    for (Blas backend : backends) {
      long time = time(backend, work, best);
      nanos.put(backend.name(), time);
      if (time < best) {
        best = time;
        winner = backend.name();
      }
    }
    return new BlasReport.Choice(size, winner, nanos);
  }

  private long time(Blas backend, Work work, long best) {
    long fastest = Long.MAX_VALUE;
    for (int sample = 0; sample < SAMPLES; sample++) {
      fastest = Math.min(fastest, sample(backend, work));
      if (sample > 0 && fastest / HOPELESS > best) {
        break;
      }
    }
    return fastest;
  }

  private long sample(Blas backend, Work work) {
    long start = System.nanoTime();
    long elapsed;
    int calls = 0;
    do {
      work.run(backend);
      calls++;
      elapsed = System.nanoTime() - start;
    } while (elapsed < sampleNanos);
    return elapsed / calls;
  }

  /** One call with its arrays. */
  private static final class Work {
    private final Matrix vectors;
    private final Matrix rows;
    private final float[] out;

    Work(SizeClass size) {
      vectors = block(size.vectors());
      rows = block(size.rows());
      out = new float[size.vectors() * size.rows()];
    }

    private static Matrix block(int rows) {
      float[] values = new float[rows * DIMENSIONS];
      for (int i = 0; i < values.length; i++) {
        values[i] = (i * 7919 % 997) / 997f - 0.5f;
      }
      return Matrix.of(values, rows, DIMENSIONS);
    }

    void run(Blas backend) {
      if (vectors.rows() == 1) {
        backend.gemv(rows, vectors.values(), out);
      } else {
        backend.gemm(vectors, rows, out);
      }
    }
  }
}
