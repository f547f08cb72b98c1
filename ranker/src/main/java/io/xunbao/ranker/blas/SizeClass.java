package io.xunbao.ranker.blas;

import java.util.List;

/**
 * A class of calls that share a backend: how many vectors against how many rows.
 *
 * @param vectors vectors of the call that stands for the class
 * @param rows rows of that call
 */
public record SizeClass(int vectors, int rows) {
  private static final int[] VECTORS = {1, 5, 32};
  private static final int[] ROWS = {100, 1_000, 10_000};

  /** Upper bounds, half way (as a ratio) to the next representative. */
  private static final int[] VECTOR_BOUNDS = {2, 12};

  private static final int[] ROW_BOUNDS = {316, 3_162};

  static final int COUNT = VECTORS.length * ROWS.length;

  /** All classes, in the order of {@link #index}. */
  static List<SizeClass> all() {
    SizeClass[] all = new SizeClass[COUNT];
    for (int v = 0; v < VECTORS.length; v++) {
      for (int r = 0; r < ROWS.length; r++) {
        all[v * ROWS.length + r] = new SizeClass(VECTORS[v], ROWS[r]);
      }
    }
    return List.of(all);
  }

  /** The position in {@link #all} of the class of a call. */
  static int index(int vectors, int rows) {
    return position(VECTOR_BOUNDS, vectors) * ROWS.length + position(ROW_BOUNDS, rows);
  }

  private static int position(int[] bounds, int size) {
    int i = 0;
    while (i < bounds.length && size > bounds[i]) {
      i++;
    }
    return i;
  }

  @Override
  public String toString() {
    return vectors + " x " + rows;
  }
}
