package io.xunbao.ranker.blas;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each call to the backend that was fastest for calls of its size when this was started. The
 * choice changes afterwards only where a backend fails: plain Java answers that call and does its
 * work from then on, and the log and the report say so.
 */
public final class TunedBlas implements Blas {
  private static final Logger LOG = LoggerFactory.getLogger(TunedBlas.class);
  private static final long SAMPLE_NANOS = Duration.ofMillis(1).toNanos();

  private final AtomicReferenceArray<Blas> bySize;
  private final Blas forVectors;
  private final Blas plain = new PlainBlas();
  private final AtomicReference<BlasReport> report;

  private TunedBlas(List<BlasBackends.Candidate> candidates) {
    long start = System.nanoTime();
    BlasBackends backends = new BlasBackends(candidates);
    List<BlasReport.Choice> choices = new BlasTuner(backends.working(), SAMPLE_NANOS).choices();
    Map<String, Blas> byName =
        backends.working().stream().collect(Collectors.toMap(Blas::name, Function.identity()));
    bySize =
        new AtomicReferenceArray<>(
            choices.stream().map(choice -> byName.get(choice.backend())).toArray(Blas[]::new));
    forVectors = backends.working().getFirst();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    BlasReport found = new BlasReport(backends.found(), choices, took);
    report = new AtomicReference<>(found);
    LOG.info("{}", found.describe());
  }

  /** Loads, checks and measures all backends, native ones among them. */
  public static TunedBlas start() {
    return new TunedBlas(BlasBackends.all());
  }

  /** The same without native libraries. */
  public static TunedBlas startJavaOnly() {
    return new TunedBlas(BlasBackends.javaOnly());
  }

  /** Every backend that works on this machine, for who compares them. */
  public static List<Blas> backends() {
    return new BlasBackends(BlasBackends.all()).working();
  }

  static TunedBlas of(List<BlasBackends.Candidate> candidates) {
    return new TunedBlas(candidates);
  }

  /** What was found at the start, and what failed since. */
  public BlasReport report() {
    return report.get();
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
    Blas chosen = bySize.get(SizeClass.index(1, rows.rows()));
    try {
      chosen.gemv(rows, vector, out);
    } catch (LinkageError | RuntimeException failure) {
      plain.gemv(rows, vector, out); // throws as well where the caller is to blame
      retire(chosen, failure);
    }
  }

  @Override
  public void gemm(Matrix left, Matrix right, float[] out) {
    int vectors = Math.min(left.rows(), right.rows());
    int rows = Math.max(left.rows(), right.rows());
    Blas chosen = bySize.get(SizeClass.index(vectors, rows));
    try {
      chosen.gemm(left, right, out);
    } catch (LinkageError | RuntimeException failure) {
      plain.gemm(left, right, out); // throws as well where the caller is to blame
      retire(chosen, failure);
    }
  }

  /** Plain Java does the work of a backend that failed where plain Java did not. */
  private void retire(Blas failed, Throwable failure) {
    LOG.error(
        "BLAS backend {} failed; plain Java does its work from now on", failed.name(), failure);
    for (int i = 0; i < bySize.length(); i++) {
      bySize.compareAndSet(i, failed, plain);
    }
    report.updateAndGet(before -> before.without(failed.name(), plain.name(), failure.toString()));
  }
}
