package io.xunbao.queryapi.http;

import io.xunbao.indexer.search.ProductSort;

/** Names of the orders on the wire. */
final class SortName {
  private SortName() {}

  static String of(ProductSort sort) {
    return switch (sort) {
      case RELEVANCE -> "relevance";
      case PRICE_ASCENDING -> "price_asc";
      case PRICE_DESCENDING -> "price_desc";
      case SALES -> "sales";
      case NEWEST -> "newest";
    };
  }
}
