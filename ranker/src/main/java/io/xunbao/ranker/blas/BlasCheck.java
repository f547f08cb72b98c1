package io.xunbao.ranker.blas;

import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Compares a backend with plain Java on random shapes: what a backend must pass to be used. */
final class BlasCheck {
  private static final int ROUNDS = 12;

  private final RandomGenerator random;
  private final Blas reference = new PlainBlas();

  BlasCheck(RandomGenerator random) {
    this.random = random;
  }

  /** The first difference found, in words; empty where the backend agrees. */
  static Optional<String> differenceOf(Blas candidate) {
    return new BlasCheck(new SplittableRandom(20_240_607)).difference(candidate, ROUNDS);
  }

  Optional<String> difference(Blas candidate, int rounds) {
    for (int round = 0; round < rounds; round++) {
      Matrix left = block(random.nextInt(1, 12));
      Matrix right = sameWidth(left, random.nextInt(1, 70));
      Optional<String> found = compare(candidate, left, right);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> compare(Blas candidate, Matrix left, Matrix right) {
    int d = left.columns();
    float[] expected = new float[left.rows() * right.rows()];
    float[] actual = expected.clone();
    reference.gemm(left, right, expected);
    candidate.gemm(left, right, actual);
    Optional<String> found = firstDifference("gemm", expected, actual, d);
    if (found.isPresent()) {
      return found;
    }
    float[] vector = new float[d];
    System.arraycopy(left.values(), left.offset(), vector, 0, d);
    reference.gemv(right, vector, expected);
    candidate.gemv(right, vector, actual);
    found = firstDifference("gemv", expected, actual, d);
    if (found.isPresent()) {
      return found;
    }
    return compareVectors(candidate, left, right);
  }

  private Optional<String> compareVectors(Blas candidate, Matrix left, Matrix right) {
    int d = left.columns();
    float[] expected = right.values().clone();
    float[] actual = expected.clone();
    reference.axpy(0.5f, left.values(), left.offset(), expected, right.offset(), d);
    candidate.axpy(0.5f, left.values(), left.offset(), actual, right.offset(), d);
    Optional<String> found = firstDifference("axpy", expected, actual, d);
    if (found.isPresent()) {
      return found;
    }
    float[] dots = {reference.dot(left.values(), left.offset(), expected, right.offset(), d)};
    float[] others = {candidate.dot(left.values(), left.offset(), expected, right.offset(), d)};
    return firstDifference("dot", dots, others, d);
  }

  /** Sums of d products of numbers up to 1 may differ by rounding in proportion to d. */
  private static Optional<String> firstDifference(
      String what, float[] expected, float[] actual, int d) {
    float tolerance = 1e-6f * (d + 4);
    for (int i = 0; i < expected.length; i++) {
      // Written so that a NaN on one side is a difference.
      if (!(Math.abs(expected[i] - actual[i]) <= tolerance)) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "%s differs from plain Java at %d (%d columns): %s instead of %s",
                what,
                i,
                d,
                actual[i],
                expected[i]));
      }
    }
    return Optional.empty();
  }

  private Matrix block(int rows) {
    return fill(rows, random.nextInt(1, 200));
  }

  private Matrix sameWidth(Matrix other, int rows) {
    return fill(rows, other.columns());
  }

  private Matrix fill(int rows, int columns) {
    int offset = random.nextInt(0, 5);
    float[] values = new float[offset + rows * columns + 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return new Matrix(values, offset, rows, columns);
  }
}
