package io.xunbao.ranker.classify;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Sums over rows that fill whole lanes of the Vector API. */
final class Lanes {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Lanes() {}

  /** The width of a row that holds {@code numbers} and fills whole lanes. */
  static int padded(int numbers) {
    return (numbers + LANES - 1) / LANES * LANES;
  }

  /** The inner product of {@code a[at..at + b.length)} and b. */
  static float dot(float[] a, int at, float[] b) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < b.length; i += LANES) {
      sum =
          FloatVector.fromArray(SPECIES, a, at + i).fma(FloatVector.fromArray(SPECIES, b, i), sum);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  /** Adds {@code scale * from[fromAt..fromAt + length)} to {@code to[toAt..toAt + length)}. */
  static void add(float scale, float[] from, int fromAt, float[] to, int toAt, int length) {
    FloatVector factor = FloatVector.broadcast(SPECIES, scale);
    for (int i = 0; i < length; i += LANES) {
      FloatVector.fromArray(SPECIES, from, fromAt + i)
          .fma(factor, FloatVector.fromArray(SPECIES, to, toAt + i))
          .intoArray(to, toAt + i);
    }
  }
}
