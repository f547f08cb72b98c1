package io.xunbao.ranker.blas;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each call to the backend that was fastest for calls of its size when this was started. The
 * choice does not change afterwards.
 */
public final class TunedBlas implements Blas {
  private static final Logger LOG = LoggerFactory.getLogger(TunedBlas.class);
  private static final long SAMPLE_NANOS = Duration.ofMillis(1).toNanos();

  private final Blas[] bySize;
  private final Blas forVectors;
  private final BlasReport report;

  private TunedBlas(List<BlasBackends.Candidate> candidates) {
    long start = System.nanoTime();
    BlasBackends backends = new BlasBackends(candidates);
    List<BlasReport.Choice> choices = new BlasTuner(backends.working(), SAMPLE_NANOS).choices();
    Map<String, Blas> byName =
        backends.working().stream().collect(Collectors.toMap(Blas::name, Function.identity()));
    bySize = choices.stream().map(choice -> byName.get(choice.backend())).toArray(Blas[]::new);
    forVectors = backends.working().getFirst();
    report = new BlasReport(backends.found(), choices, Duration.ofNanos(System.nanoTime() - start));
    LOG.info("{}", report.describe());
  }

  /** Loads, checks and measures all backends, native ones among them. */
  public static TunedBlas start() {
    return new TunedBlas(BlasBackends.all());
  }

  /** The same without native libraries. */
  public static TunedBlas startJavaOnly() {
    return new TunedBlas(BlasBackends.javaOnly());
  }

  static TunedBlas of(List<BlasBackends.Candidate> candidates) {
    return new TunedBlas(candidates);
  }

  /** What was found at the start. */
  public BlasReport report() {
    return report;
  }

  @Override
  public String name() {
    return "tuned";
  }

  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    return forVectors.dot(a, aFrom, b, bFrom, length);
  }

  @Override
  public void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    forVectors.axpy(alpha, x, xFrom, y, yFrom, length);
  }

  @Override
  public void gemv(Matrix rows, float[] vector, float[] out) {
    bySize[SizeClass.index(1, rows.rows())].gemv(rows, vector, out);
  }

  @Override
  public void gemm(Matrix left, Matrix right, float[] out) {
    int vectors = Math.min(left.rows(), right.rows());
    int rows = Math.max(left.rows(), right.rows());
    bySize[SizeClass.index(vectors, rows)].gemm(left, right, out);
  }
}
