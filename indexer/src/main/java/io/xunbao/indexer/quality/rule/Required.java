package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import io.xunbao.indexer.catalog.TextField;
import java.util.ArrayList;
import java.util.List;

/** The two fields without which there is no product. */
final class Required implements Rule {
  @Override
  public String name() {
    return "required";
  }

  @Override
  public String meaning() {
    return "a product has an id and a title";
  }

  @Override
  public boolean isOptional() {
    return false;
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    if (draft.text(TextField.ID) != null && draft.text(TextField.TITLE) != null) {
      return List.of();
    }
    List<Verdict> missing = new ArrayList<>(2);
    for (TextField field : List.of(TextField.ID, TextField.TITLE)) {
      if (draft.text(field) == null) {
        missing.add(new Verdict.Refusal(field.contractName(), null, "is missing"));
      }
    }
    return missing;
  }
}
