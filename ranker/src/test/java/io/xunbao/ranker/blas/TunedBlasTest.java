package io.xunbao.ranker.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TunedBlasTest {
  @Test
  void start_everyClass_hasAWorkingBackend() {
    BlasReport report = TunedBlas.start().report();
    List<String> working =
        report.backends().stream()
            .filter(BlasReport.Backend::works)
            .map(BlasReport.Backend::name)
            .toList();
    assertThat(report.choices()).hasSize(SizeClass.COUNT);
    assertThat(report.choices()).allSatisfy(c -> assertThat(working).contains(c.backend()));
    assertThat(report.describe()).contains("1 x 1000").contains("vector-api");
  }

  @Test
  void start_backendThatMiscounts_isRefusedByNameAndOthersServe() {
    TunedBlas blas =
        TunedBlas.of(
            List.of(
                new BlasBackends.Candidate("broken", Miscounting::new),
                new BlasBackends.Candidate("plain", PlainBlas::new)));
    assertThat(blas.report().degraded()).isTrue();
    assertThat(blas.report().backends().getFirst().refused()).contains("differs from plain Java");
    float[] out = new float[1];
    blas.gemv(Matrix.row(new float[] {2, 3}), new float[] {4, 5}, out);
    assertThat(out).containsExactly(23f);
  }

  @Test
  void start_libraryThatDoesNotLoad_isRefusedWithItsReason() {
    TunedBlas blas =
        TunedBlas.of(
            List.of(
                new BlasBackends.Candidate(
                    "absent",
                    () -> {
                      throw new UnsatisfiedLinkError("libabsent.so: no such file");
                    })));
    assertThat(blas.report().describe())
        .contains("absent (refused: java.lang.UnsatisfiedLinkError: libabsent.so: no such file)");
    assertThat(blas.report().choices()).allSatisfy(c -> assertThat(c.backend()).isEqualTo("plain"));
  }

  @Test
  void gemv_backendThatFailsAtWork_isAnsweredByPlainJavaAndNamed() {
    AtomicBoolean broken = new AtomicBoolean();
    TunedBlas blas =
        TunedBlas.of(List.of(new BlasBackends.Candidate("brittle", () -> new Brittle(broken))));
    broken.set(true);
    float[] out = new float[1];

    blas.gemv(Matrix.row(new float[] {2, 3}), new float[] {4, 5}, out);

    assertThat(out).containsExactly(23f);
    assertThat(blas.report().degraded()).isTrue();
    assertThat(blas.report().backends().getFirst().refused()).contains("went away");
    assertThat(blas.report().choices()).anyMatch(c -> c.backend().equals("plain"));
  }

  @Test
  void gemv_wrongShapes_blameTheCallerAndNoBackend() {
    TunedBlas blas = TunedBlas.startJavaOnly();
    Matrix rows = Matrix.row(new float[] {2, 3});

    assertThatThrownBy(() -> blas.gemv(rows, new float[] {1}, new float[1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(blas.report().degraded()).isFalse();
  }

  /** Right until its library goes away. */
  private static final class Brittle implements Blas {
    private final AtomicBoolean broken;
    private final Blas plain = new PlainBlas();

    Brittle(AtomicBoolean broken) {
      this.broken = broken;
    }

    @Override
    public String name() {
      return "brittle";
    }

    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
      return plain.dot(a, aFrom, b, bFrom, length);
    }

    @Override
    public void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
      plain.axpy(alpha, x, xFrom, y, yFrom, length);
    }

    @Override
    public void gemv(Matrix rows, float[] vector, float[] out) {
      if (broken.get()) {
        throw new IllegalStateException("the library went away");
      }
      plain.gemv(rows, vector, out);
    }

    @Override
    public void gemm(Matrix left, Matrix right, float[] out) {
      plain.gemm(left, right, out);
    }
  }

  @Test
  void sizeClass_representatives_areTheirOwnClass() {
    List<SizeClass> all = SizeClass.all();
    for (int i = 0; i < all.size(); i++) {
      assertThat(SizeClass.index(all.get(i).vectors(), all.get(i).rows())).isEqualTo(i);
    }
  }

  /** Wrong by one thousandth in one of its four products. */
  private static final class Miscounting implements Blas {
    private final Blas right = new PlainBlas();

    @Override
    public String name() {
      return "broken";
    }

    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
      return right.dot(a, aFrom, b, bFrom, length);
    }

    @Override
    public void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
      right.axpy(alpha, x, xFrom, y, yFrom, length);
    }

    @Override
    public void gemv(Matrix rows, float[] vector, float[] out) {
      right.gemv(rows, vector, out);
      out[0] += 1e-3f;
    }

    @Override
    public void gemm(Matrix left, Matrix other, float[] out) {
      right.gemm(left, other, out);
    }
  }
}
