package io.xunbao.indexer.search;

/**
 * The order of hits. Ties are broken by the product's id, ascending, so that an order is total and
 * paging is stable. Products without the number in question come last.
 */
public enum ProductSort {
  RELEVANCE,
  PRICE_ASCENDING,
  PRICE_DESCENDING,
  SALES,
  NEWEST
}
