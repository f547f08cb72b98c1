package io.xunbao.ranker.blas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures working backends for each size class when they are started and names the winners. Each
 * backend warms up first: the Vector API is a thousand times slower before it is compiled, and a
 * foreign call twenty times. Then they take turns, and the fastest turn of each counts, so that
 * another program's work during one turn decides nothing.
 */
final class BlasTuner {
  /** The width of the embeddings of this project. */
  private static final int DIMENSIONS = 128;

  /**
   * A backend this many times slower than the best is not measured further where calls are long.
   */
  private static final double HOPELESS = 4;

  private static final int WARM_UP_CALLS = 400;

  /** How much longer than a sample each of the two shapes of the warm-up is called. */
  private static final int WARM_UP_SAMPLES = 50;

  private static final int TURNS = 7;

  private final List<Blas> backends;
  private final long sampleNanos;

  /**
   * @param sampleNanos how long one sample lasts at least; seven are taken and the fastest counts
   */
  BlasTuner(List<Blas> backends, long sampleNanos) {
    this.backends = List.copyOf(backends);
    this.sampleNanos = sampleNanos;
  }

  List<BlasReport.Choice> choices() {
    for (Blas backend : backends) {
      warmUp(backend, new Work(new SizeClass(1, 64)));
      warmUp(backend, new Work(new SizeClass(4, 64)));
    }
    List<BlasReport.Choice> choices = new ArrayList<>();
    for (SizeClass size : SizeClass.all()) {
      choices.add(choose(size));
    }
    return choices;
  }

  /** Many short calls, so that the compiler sees hot loops and not one long one. */
  private void warmUp(Blas backend, Work work) {
    long start = System.nanoTime();
    for (int calls = 0;
        calls < WARM_UP_CALLS || System.nanoTime() - start < WARM_UP_SAMPLES * sampleNanos;
        calls++) {
      work.run(backend);
    }
  }

  private BlasReport.Choice choose(SizeClass size) {
    Work work = new Work(size);
    Map<String, Long> nanos = new LinkedHashMap<>();
    List<Blas> racing = backends;
    for (int turn = 0; turn < TURNS; turn++) {
      for (Blas backend : racing) {
        nanos.merge(backend.name(), sample(backend, work), Math::min);
      }
      // A call shorter than a sample costs little more time, and may still be waiting to be
      // compiled.
      double limit = Math.max(sampleNanos, HOPELESS * Collections.min(nanos.values()));
      racing = racing.stream().filter(b -> nanos.getOrDefault(b.name(), 0L) <= limit).toList();
    }
    // The first of equals, so that none is called out of Java without a gain.
    String winner = Collections.min(nanos.entrySet(), Map.Entry.comparingByValue()).getKey();
    return new BlasReport.Choice(size, winner, nanos);
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
