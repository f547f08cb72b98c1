package io.xunbao.ranker.blas;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * OpenBLAS through the foreign function API. Short calls read the Java arrays in place (the
 * collector waits for them); longer ones, from {@link #LONG_CALL} on, copy to memory outside the
 * heap first, so that no collection is held up.
 *
 * <p>A call uses the caller's thread alone: OpenBLAS's own threads wait for each other, so that a
 * busy core makes a product of microseconds last milliseconds, and a server has threads enough.
 */
public final class OpenBlas implements Blas {
  /** Multiply-adds from which a call may last a millisecond. */
  private static final long LONG_CALL = 50_000_000L;

  private static final int ROW_MAJOR = 101;
  private static final int NO_TRANSPOSE = 111;
  private static final int TRANSPOSE = 112;

  private final Blas java = new VectorBlas();
  private final MethodHandle gemvInPlace;
  private final MethodHandle gemmInPlace;
  private final MethodHandle gemmOffHeap;

  /**
   * Loads the native library.
   *
   * @throws UnsatisfiedLinkError where it cannot be loaded on this platform
   */
  public OpenBlas() {
    NativeLibraries.loadFortran();
    SymbolLookup library = NativeLibraries.openBlas();
    Linker linker = Linker.nativeLinker();
    oneThread(linker, symbol(library, "openblas_set_num_threads"));
    Linker.Option inPlace = Linker.Option.critical(true);
    gemvInPlace = linker.downcallHandle(symbol(library, "cblas_sgemv"), gemvShape(), inPlace);
    MemorySegment gemm = symbol(library, "cblas_sgemm");
    gemmInPlace = linker.downcallHandle(gemm, gemmShape(), inPlace);
    gemmOffHeap = linker.downcallHandle(gemm, gemmShape());
  }

  private static void oneThread(Linker linker, MemorySegment setThreads) {
    try {
      linker.downcallHandle(setThreads, FunctionDescriptor.ofVoid(JAVA_INT)).invokeExact(1);
    } catch (Throwable e) {
      throw new IllegalStateException("OpenBLAS cannot be held to one thread", e);
    }
  }

  private static MemorySegment symbol(SymbolLookup library, String name) {
    return library
        .find(name)
        .orElseThrow(() -> new UnsatisfiedLinkError("OpenBLAS has no function " + name));
  }

  private static FunctionDescriptor gemvShape() {
    return FunctionDescriptor.ofVoid(
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_FLOAT,
        ADDRESS,
        JAVA_INT,
        ADDRESS,
        JAVA_INT,
        JAVA_FLOAT,
        ADDRESS,
        JAVA_INT);
  }

  private static FunctionDescriptor gemmShape() {
    return FunctionDescriptor.ofVoid(
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_FLOAT,
        ADDRESS,
        JAVA_INT,
        ADDRESS,
        JAVA_INT,
        JAVA_FLOAT,
        ADDRESS,
        JAVA_INT);
  }

  @Override
  public String name() {
    return "openblas";
  }

  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    return java.dot(a, aFrom, b, bFrom, length);
  }

  @Override
  public void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    java.axpy(alpha, x, xFrom, y, yFrom, length);
  }

  @Override
  public void gemv(Matrix rows, float[] vector, float[] out) {
    Shapes.gemv(rows, vector, out);
    if (rows.rows() == 0) {
      return;
    }
    if ((long) rows.rows() * rows.columns() >= LONG_CALL) {
      gemm(Matrix.row(vector), rows, out);
      return;
    }
    try {
      gemvInPlace.invokeExact(
          ROW_MAJOR,
          NO_TRANSPOSE,
          rows.rows(),
          rows.columns(),
          1f,
          segment(rows),
          rows.columns(),
          MemorySegment.ofArray(vector),
          1,
          0f,
          MemorySegment.ofArray(out),
          1);
    } catch (Throwable e) {
      throw new IllegalStateException("OpenBLAS sgemv failed", e);
    }
  }

  @Override
  public void gemm(Matrix left, Matrix right, float[] out) {
    Shapes.gemm(left, right, out);
    int m = left.rows();
    int n = right.rows();
    if (m == 0 || n == 0) {
      return;
    }
    if ((long) m * n * left.columns() < LONG_CALL) {
      call(gemmInPlace, left, right, segment(left), segment(right), MemorySegment.ofArray(out));
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment product = arena.allocate(JAVA_FLOAT, (long) m * n);
      call(gemmOffHeap, left, right, copy(left, arena), copy(right, arena), product);
      MemorySegment.copy(product, JAVA_FLOAT, 0, out, 0, m * n);
    }
  }

  private static void call(
      MethodHandle gemm,
      Matrix left,
      Matrix right,
      MemorySegment a,
      MemorySegment b,
      MemorySegment c) {
    int d = left.columns();
    int n = right.rows();
    try {
      gemm.invokeExact(
          ROW_MAJOR, NO_TRANSPOSE, TRANSPOSE, left.rows(), n, d, 1f, a, d, b, d, 0f, c, n);
    } catch (Throwable e) {
      throw new IllegalStateException("OpenBLAS sgemm failed", e);
    }
  }

  private static MemorySegment segment(Matrix matrix) {
    return MemorySegment.ofArray(matrix.values())
        .asSlice(
            (long) matrix.offset() * Float.BYTES,
            (long) matrix.rows() * matrix.columns() * Float.BYTES);
  }

  private static MemorySegment copy(Matrix matrix, Arena arena) {
    MemorySegment segment =
        arena.allocate(JAVA_FLOAT, Math.max(1, (long) matrix.rows() * matrix.columns()));
    MemorySegment.copy(
        matrix.values(), matrix.offset(), segment, JAVA_FLOAT, 0, matrix.rows() * matrix.columns());
    return segment;
  }
}
