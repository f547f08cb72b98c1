package io.xunbao.indexer.search;

/** How much of a query a product must have to count as a match. It does not change the order. */
public enum Matching {
  /** {@link #MOST}, and {@link #ANY} where that finds fewer products than wanted. */
  STEPWISE,
  /** At least half of the query's characters and Latin words. */
  MOST,
  /** One word or pair of characters. */
  ANY
}
