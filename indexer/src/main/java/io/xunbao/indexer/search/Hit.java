package io.xunbao.indexer.search;

import java.util.Objects;

/**
 * One product that matches.
 *
 * @param id the product's id
 * @param document its number in the searched snapshot, valid for that snapshot alone
 * @param score BM25 score; 0 where the order is not by relevance
 * @param key its place in the order
 */
public record Hit(String id, int document, float score, PageKey key) {
  public Hit {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(key, "key");
  }
}
