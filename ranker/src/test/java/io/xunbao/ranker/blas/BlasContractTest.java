package io.xunbao.ranker.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.testing.Seeded;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every backend of {@link Blas} must do; one nested class a backend. */
abstract class BlasContract {
  Blas blas = new PlainBlas();

  abstract Blas backend();

  @BeforeEach
  void load() {
    try {
      blas = backend();
    } catch (UnsatisfiedLinkError e) {
      Assumptions.abort("no native library here: " + e.getMessage());
    }
  }

  @Seeded
  @Test
  void allProducts_randomShapes_agreeWithPlainJava(RandomGenerator random) {
    assertThat(new BlasCheck(random).difference(blas, 60)).isEmpty();
  }

  @Test
  void gemm_nanInOneRow_reachesItsNumbersOnly() {
    assertOnlyRowOneIs(Float.NaN);
  }

  @Test
  void gemm_infinityInOneRow_reachesItsNumbersOnly() {
    assertOnlyRowOneIs(Float.POSITIVE_INFINITY);
  }

  private void assertOnlyRowOneIs(float odd) {
    int d = 40;
    float[] rows = new float[9 * d];
    Arrays.fill(rows, 1f);
    rows[d + 17] = odd;
    float[] vectors = new float[3 * d];
    Arrays.fill(vectors, 0.5f);
    float[] out = new float[27];
    Arrays.fill(out, Float.NaN);
    blas.gemm(Matrix.of(vectors, 3, d), Matrix.of(rows, 9, d), out);
    for (int i = 0; i < out.length; i++) {
      assertThat(out[i]).as("number %d", i).isEqualTo(Float.valueOf(i % 9 == 1 ? odd : 20f));
    }
    float[] one = new float[9];
    blas.gemv(Matrix.of(rows, 9, d), Arrays.copyOf(vectors, d), one);
    assertThat(one).containsExactly(20f, odd, 20f, 20f, 20f, 20f, 20f, 20f, 20f);
  }

  @Test
  void gemm_longCall_agreesWithPlainJava() {
    float[] a = new float[480 * 260];
    for (int i = 0; i < a.length; i++) {
      a[i] = (i * 31 % 17) / 17f - 0.5f;
    }
    Matrix block = Matrix.of(a, 480, 260);
    float[] expected = new float[230_400];
    float[] actual = new float[230_400];
    new PlainBlas().gemm(block, block, expected);
    blas.gemm(block, block, actual);
    assertThat(actual).containsExactly(expected, within(1e-3f));
  }

  @Test
  void gemv_noRows_leavesOutAlone() {
    float[] out = {7f};
    blas.gemv(Matrix.of(new float[0], 0, 3), new float[3], out);
    blas.gemm(Matrix.of(new float[0], 0, 3), Matrix.of(new float[3], 1, 3), out);
    assertThat(out).containsExactly(7f);
  }

  @Test
  void gemv_otherWidth_isRefusedWithBothWidths() {
    assertThatThrownBy(() -> blas.gemv(Matrix.of(new float[6], 2, 3), new float[4], new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(3), got 4");
  }

  @Test
  void gemm_outTooShort_isRefusedBeforeAnyNumberIsWritten() {
    Matrix block = Matrix.of(new float[6], 2, 3);
    assertThatThrownBy(() -> blas.gemm(block, block, new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("room for 4");
  }

  @Test
  void dot_rangeOutsideArray_isRefused() {
    assertThatThrownBy(() -> blas.dot(new float[4], 2, new float[4], 0, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> blas.axpy(1, new float[4], 0, new float[4], 3, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}

class BlasContractTest {
  @Nested
  class Plain extends BlasContract {
    @Override
    Blas backend() {
      return new PlainBlas();
    }
  }

  @Nested
  class VectorApi extends BlasContract {
    @Override
    Blas backend() {
      return new VectorBlas();
    }
  }

  @Nested
  class Jblas extends BlasContract {
    @Override
    Blas backend() {
      return new JblasBlas();
    }
  }

  @Nested
  class OpenBlasByForeignFunctions extends BlasContract {
    @Override
    Blas backend() {
      return new OpenBlas();
    }
  }

  @Nested
  class Tuned extends BlasContract {
    private static final Blas TUNED = TunedBlas.start();

    @Override
    Blas backend() {
      return TUNED;
    }
  }
}
