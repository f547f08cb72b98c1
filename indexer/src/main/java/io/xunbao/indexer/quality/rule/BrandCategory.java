package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import io.xunbao.indexer.catalog.TextField;
import java.util.List;

/** A brand that stands where the category should, or the other way round. */
final class BrandCategory implements Rule {
  @Override
  public String name() {
    return "brand-category";
  }

  @Override
  public String meaning() {
    return "brand and category are not the same word";
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    String brand = draft.text(TextField.BRAND);
    if (brand == null) {
      return List.of();
    }
    for (String level : draft.category()) {
      if (level.equalsIgnoreCase(brand)) {
        return List.of(new Verdict.Warning("category", level, "is also the brand: one is wrong"));
      }
    }
    return List.of();
  }
}
