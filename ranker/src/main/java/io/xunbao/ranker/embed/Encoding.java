package io.xunbao.ranker.embed;

/** How a vector file keeps its numbers. */
public enum Encoding {
  /** Four bytes a number, exact. */
  FLOAT32,
  /**
   * One byte a number and a scale a row: a quarter of the size, off by at most 1/254 of the row's
   * largest number.
   */
  INT8;

  int rowBytes(int dimensions) {
    return this == FLOAT32 ? dimensions * Float.BYTES : dimensions + Float.BYTES;
  }
}
