package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import io.xunbao.indexer.catalog.TextField;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Listings that only carry a payment: postage, price differences, deposits, tests not to be
 * ordered. A warning by itself, because some say so of a gift beside a real product; a mapping file
 * may make it a refusal.
 */
final class NotForSale implements Rule {
  private static final Pattern MARKS =
      Pattern.compile("(?:邮费|运费|差价)(?:链接|补|专|差)|补(?:邮费|运费|差价|差专)|邮费 差价|专补差价|请勿下单|不拍不发货|测试链接");

  @Override
  public String name() {
    return "not-for-sale";
  }

  @Override
  public String meaning() {
    return "a title is not that of a payment link (postage, price difference) or a test order";
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    String title = draft.text(TextField.TITLE);
    if (title == null || !hasMark(title)) {
      return List.of();
    }
    return List.of(new Verdict.Warning("title", title, "seems to be a payment or test link"));
  }

  private static boolean hasMark(String title) {
    return (title.contains("费")
            || title.contains("差价")
            || title.contains("勿")
            || title.contains("链接")
            || title.contains("不拍"))
        && MARKS.matcher(title).find();
  }
}
