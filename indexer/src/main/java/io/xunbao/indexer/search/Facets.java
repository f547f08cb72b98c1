package io.xunbao.indexer.search;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts over all matching products, the most frequent value first. The counts of one facet leave
 * that facet's own filter aside, so that a shopper who chose a brand still sees the others.
 */
public record Facets(
    List<Value> brands, List<Value> categories, List<Value> shops, List<PriceRange> prices) {
  /** No counts, as when an answer was cut short before they were made. */
  public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());

  public Facets {
    brands = List.copyOf(brands);
    categories = List.copyOf(categories);
    shops = List.copyOf(shops);
    prices = List.copyOf(prices);
  }

  /**
   * One value of a facet.
   *
   * @param value what a {@link ProductFilter} takes; a category as a path joined by {@code " > "}
   * @param count matching products that have it
   * @param selected whether the request's filter names it
   */
  public record Value(String value, long count, boolean selected) {
    public Value {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * One price range.
   *
   * @param minFen lowest price, inclusive
   * @param maxFen highest price, inclusive; null for no bound
   * @param count matching products within
   */
  public record PriceRange(long minFen, @Nullable Long maxFen, long count) {}
}
