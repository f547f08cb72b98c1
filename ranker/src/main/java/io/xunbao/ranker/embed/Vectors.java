package io.xunbao.ranker.embed;

/** Lengths and directions of single vectors. */
public final class Vectors {
  private Vectors() {}

  /** The sum of products; both of one length. */
  public static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** The cosine of the angle between two vectors; 0 where one of them is zero. */
  public static double cosine(float[] a, float[] b) {
    double lengths = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
    return lengths == 0 ? 0 : dot(a, b) / lengths;
  }

  /** Whether all numbers are 0: the vector of a text of which nothing is known. */
  public static boolean isZero(float[] vector) {
    for (float number : vector) {
      if (number != 0) {
        return false;
      }
    }
    return true;
  }

  /** Scales {@code vector[from..from + length)} to length 1; leaves zero alone. */
  public static void normalize(float[] vector, int from, int length) {
    double squares = 0;
    for (int i = from; i < from + length; i++) {
      squares += (double) vector[i] * vector[i];
    }
    if (squares > 0) {
      float scale = (float) (1 / Math.sqrt(squares));
      for (int i = from; i < from + length; i++) {
        vector[i] *= scale;
      }
    }
  }

  /** Removes the part of a vector that lies along a direction of length 1. */
  static void removeDirection(float[] vector, float[] direction) {
    float along = (float) dot(vector, direction);
    for (int i = 0; i < vector.length; i++) {
      vector[i] -= along * direction[i];
    }
  }
}
