package io.xunbao.indexer.search;

/** How much of a query a product must have to count as a match. It does not change the order. */
public enum Matching {
  /** {@link #MOST}, and {@link #ANY} where that finds fewer products than wanted. */
  STEPWISE,
  /**
   * At least half of the query's characters, each beside a neighbour that it has in the query, and
   * Latin words; or all of them anywhere. A character by itself means little: 红 is in 红轴 as well.
   */
  MOST,
  /** One word or pair of characters. */
  ANY
}
