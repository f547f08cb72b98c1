package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import java.util.List;
import java.util.Set;

/**
 * Prices that sellers type when they do not want to sell yet. The product stays, its price becomes
 * unknown: a made-up price would win every sort and spoil the facets.
 */
final class PricePlaceholder implements Rule {
  private static final Set<Long> PLACEHOLDERS =
      Set.of(
          29_900_000L, // of test rows in a phone shop
          11_111_100L,
          12_345_600L,
          99_999_900L,
          99_999_999L,
          999_999_900L,
          999_999_999L);

  @Override
  public String name() {
    return "price-placeholder";
  }

  @Override
  public String meaning() {
    return "a price is none of the numbers typed in place of one (299000, 111111, 999999, ...)";
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    Long fen = draft.priceFen();
    if (fen == null || !PLACEHOLDERS.contains(fen)) {
      return List.of();
    }
    String message = "is a placeholder, no price; left out";
    return List.of(new Verdict.Repair("price", fen + " fen", message, d -> d.priceFen(null)));
  }
}
