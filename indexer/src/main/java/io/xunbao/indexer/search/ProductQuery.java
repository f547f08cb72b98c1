package io.xunbao.indexer.search;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to retrieve.
 *
 * @param text what the shopper asks for, as understood; blank for all products
 * @param variants the same in other words: a product counts as what it matches best. At most
 *     {@value #MAX_VARIANTS}
 * @param size hits wanted, from 1 to {@value #MAX_SIZE}
 * @param after the last hit of the page before; null for the first page
 */
public record ProductQuery(
    String text,
    List<String> variants,
    ProductFilter filter,
    ProductSort sort,
    Matching matching,
    int size,
    @Nullable PageKey after,
    Deadline deadline) {
  public static final int MAX_SIZE = 1_000;
  public static final int MAX_VARIANTS = 7;

  public ProductQuery {
    Objects.requireNonNull(text, "text");
    variants = List.copyOf(variants);
    if (variants.size() > MAX_VARIANTS) {
      throw new IllegalArgumentException(
          "a query has at most " + MAX_VARIANTS + " variants, got " + variants.size());
    }
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(sort, "sort");
    Objects.requireNonNull(matching, "matching");
    Objects.requireNonNull(deadline, "deadline");
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size must be in 1.." + MAX_SIZE + ", got " + size);
    }
  }

  /** A query in one form of words. */
  public ProductQuery(
      String text,
      ProductFilter filter,
      ProductSort sort,
      Matching matching,
      int size,
      @Nullable PageKey after,
      Deadline deadline) {
    this(text, List.of(), filter, sort, matching, size, after, deadline);
  }

  /** The best hits for a text, without filter or deadline. */
  public static ProductQuery of(String text, int size) {
    return new ProductQuery(
        text,
        ProductFilter.NONE,
        ProductSort.RELEVANCE,
        Matching.STEPWISE,
        size,
        null,
        Deadline.none());
  }

  /** The same query with another policy of matching. */
  public ProductQuery with(Matching matching) {
    return new ProductQuery(text, variants, filter, sort, matching, size, after, deadline);
  }

  /** The same query with other forms of words. */
  public ProductQuery with(List<String> variants) {
    return new ProductQuery(text, variants, filter, sort, matching, size, after, deadline);
  }

  /** The order that applies: all products together have no relevance, so they go by sales. */
  ProductSort effectiveSort() {
    return text.isBlank() && sort == ProductSort.RELEVANCE ? ProductSort.SALES : sort;
  }
}
