package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import io.xunbao.indexer.catalog.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that stand where a brand is missing; they would make a facet of unlike things. */
final class PlaceholderBrand implements Rule {
  private static final Set<String> NO_BRAND =
      Set.of(
          "other/其他",
          "other",
          "其他",
          "其它",
          "其他品牌",
          "无",
          "无品牌",
          "none",
          "null",
          "n/a",
          "nobrand",
          "no brand",
          "unknown",
          "未知",
          "-",
          "/",
          "no",
          "暂无");

  @Override
  public String name() {
    return "placeholder-brand";
  }

  @Override
  public String meaning() {
    return "a brand is a name, not a word for having none";
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    String brand = draft.text(TextField.BRAND);
    if (brand == null || !NO_BRAND.contains(brand.toLowerCase(Locale.ROOT))) {
      return List.of();
    }
    String message = "stands for no brand; left out";
    return List.of(new Verdict.Repair("brand", brand, message, d -> d.set(TextField.BRAND, null)));
  }
}
