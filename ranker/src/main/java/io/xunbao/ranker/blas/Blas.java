package io.xunbao.ranker.blas;

/**
 * The four products that ranking and training need, on row-major float32. Implementations may be
 * called by several threads at once; results of two implementations differ by rounding only.
 *
 * <p>A NaN or an infinity in the input reaches every output number it takes part in, as IEEE 754
 * says, and no other.
 */
public interface Blas {
  /** The backend's name as it stands in reports and logs. */
  String name();

  /**
   * The inner product of {@code length} numbers of {@code a} from {@code aFrom} and of {@code b}
   * from {@code bFrom}.
   *
   * @throws IndexOutOfBoundsException where a range leaves its array
   */
  float dot(float[] a, int aFrom, float[] b, int bFrom, int length);

  /**
   * Adds {@code alpha} times {@code length} numbers of {@code x} from {@code xFrom} to those of
   * {@code y} from {@code yFrom}.
   *
   * @throws IndexOutOfBoundsException where a range leaves its array
   */
  void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length);

  /**
   * One vector against many rows: {@code out[i] = rows[i] . vector}.
   *
   * @param rows shape [n, d]
   * @param vector shape [d]
   * @param out shape [n] or longer; the first n numbers are overwritten
   * @throws IllegalArgumentException where shapes do not agree
   */
  void gemv(Matrix rows, float[] vector, float[] out);

  /**
   * Many vectors against many rows: {@code out[i * right.rows + j] = left[i] . right[j]}.
   *
   * @param left shape [m, d]
   * @param right shape [n, d]
   * @param out shape [m, n] or longer; the first m * n numbers are overwritten
   * @throws IllegalArgumentException where shapes do not agree
   */
  void gemm(Matrix left, Matrix right, float[] out);
}
