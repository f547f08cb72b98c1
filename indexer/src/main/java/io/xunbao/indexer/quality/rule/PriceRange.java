package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import java.util.List;
import java.util.Locale;

/** A price that somebody could pay. Zero means that there is none yet. */
final class PriceRange implements Rule {
  /** A hundred million yuan. */
  private static final long MAX_FEN = 10_000_000_000L;

  @Override
  public String name() {
    return "price-range";
  }

  @Override
  public String meaning() {
    return String.format(Locale.ROOT, "a price is above 0 and at most %,d yuan", MAX_FEN / 100);
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    Long fen = draft.priceFen();
    if (fen == null || (fen > 0 && fen <= MAX_FEN)) {
      return List.of();
    }
    String value = fen + " fen";
    if (fen == 0) {
      String message = "is zero, which stands for no price; left out";
      return List.of(new Verdict.Repair("price", value, message, d -> d.priceFen(null)));
    }
    String message =
        fen < 0 ? "is negative" : String.format(Locale.ROOT, "is beyond %,d fen", MAX_FEN);
    return List.of(new Verdict.Refusal("price", value, message));
  }

  @Override
  public boolean isOptional() {
    return false;
  }
}
