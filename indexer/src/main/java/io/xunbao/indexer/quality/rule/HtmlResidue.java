package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import java.util.List;

/** Tags and entities that were copied out of a web page with the text. */
final class HtmlResidue implements Rule {
  @Override
  public String name() {
    return "html";
  }

  @Override
  public String meaning() {
    return "texts have no HTML tags or entities";
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    return Texts.clean(draft, HtmlText::plain, "had HTML tags or entities; turned into text");
  }
}
