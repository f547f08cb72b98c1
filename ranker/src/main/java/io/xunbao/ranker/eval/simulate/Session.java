package io.xunbao.ranker.eval.simulate;

import java.util.List;

/**
 * A list that was shown once, and what was clicked.
 *
 * @param query the query's id
 * @param shown ids of the products, first position first
 * @param clicks whether each was clicked
 */
public record Session(String query, List<String> shown, List<Boolean> clicks) {
  public Session {
    shown = List.copyOf(shown);
    clicks = List.copyOf(clicks);
    if (shown.size() != clicks.size()) {
      throw new IllegalArgumentException(
          "clicks must be one a product, got " + clicks.size() + " for " + shown.size());
    }
  }

  /** A product in the list of a query. */
  public record Item(String query, String product) {}

  /** The product at a position, from 0. */
  public Item item(int position) {
    return new Item(query, shown.get(position));
  }
}
