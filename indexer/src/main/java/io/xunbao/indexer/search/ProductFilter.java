package io.xunbao.indexer.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a product must be beside matching the words: values of one list are alternatives, the lists
 * must all hold. An empty list asks nothing.
 *
 * @param brands exact brands
 * @param categories category paths, parts joined by {@code " > "}; a path includes what is below it
 * @param shops exact shops
 * @param minPriceFen lowest price, inclusive; null for none
 * @param maxPriceFen highest price, inclusive; null for none
 */
public record ProductFilter(
    List<String> brands,
    List<String> categories,
    List<String> shops,
    @Nullable Long minPriceFen,
    @Nullable Long maxPriceFen) {
  /** Asks nothing. */
  public static final ProductFilter NONE =
      new ProductFilter(List.of(), List.of(), List.of(), null, null);

  public ProductFilter {
    brands = List.copyOf(brands);
    categories = List.copyOf(categories);
    shops = List.copyOf(shops);
    requireNotNegative("minPriceFen", minPriceFen);
    requireNotNegative("maxPriceFen", maxPriceFen);
    if (minPriceFen != null && maxPriceFen != null && minPriceFen > maxPriceFen) {
      throw new IllegalArgumentException(
          "minPriceFen must be <= maxPriceFen, got " + minPriceFen + " and " + maxPriceFen);
    }
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  private static void requireNotNegative(String name, @Nullable Long value) {
    if (value != null && value < 0) {
      throw new IllegalArgumentException(name + " must be >= 0, got " + value);
    }
  }
}
