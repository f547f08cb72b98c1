package io.xunbao.indexer.search;

import java.io.IOException;

/**
 * Finds the products of a query in an order that is total: by score or by a number, then by id.
 * Implementations agree on the ranking of any query over the same products.
 */
public interface Retriever {
  /**
   * The best hits.
   *
   * @throws IOException when the index cannot be read
   */
  Retrieved retrieve(ProductQuery query) throws IOException;
}
