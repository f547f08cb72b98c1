package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import io.xunbao.indexer.catalog.TextField;
import java.util.List;

/** An id without space in it: it stands in addresses, run files and judgements. */
final class IdFormat implements Rule {
  @Override
  public String name() {
    return "id-format";
  }

  @Override
  public String meaning() {
    return "an id has no space and no damaged character in it";
  }

  @Override
  public boolean isOptional() {
    return false;
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    String id = draft.text(TextField.ID);
    if (id != null && (id.indexOf(' ') >= 0 || id.indexOf('\uFFFD') >= 0)) {
      return List.of(new Verdict.Refusal("id", id, "has a space or a damaged character in it"));
    }
    return List.of();
  }
}
