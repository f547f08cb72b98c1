package io.xunbao.indexer.search;

import java.util.Objects;

/**
 * The place of a hit in the order of its query: the next page starts after it.
 *
 * @param value what the order goes by: the score's float bits, a price in fen, items sold, or
 *     milliseconds since 1970
 * @param id the product's id, which breaks ties
 */
public record PageKey(long value, String id) {
  public PageKey {
    Objects.requireNonNull(id, "id");
  }
}
