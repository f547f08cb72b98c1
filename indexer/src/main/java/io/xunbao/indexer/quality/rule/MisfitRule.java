package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.Misfit;
import io.xunbao.indexer.catalog.ProductDraft;
import java.util.ArrayList;
import java.util.List;

/**
 * Values that are not of their field's kind.
 *
 * <p>A price, a status or a time that cannot be read is refused: the product would be offered
 * without its price, or although it is gone, or would win over newer versions. A count is left out.
 */
final class MisfitRule implements Rule {
  private final String name;
  private final String meaning;
  private final Misfit.Kind kind;

  private MisfitRule(String name, String meaning, Misfit.Kind kind) {
    this.name = name;
    this.meaning = meaning;
    this.kind = kind;
  }

  static Rule price() {
    return new MisfitRule("price-format", "a price is a decimal number", Misfit.Kind.PRICE);
  }

  static Rule count() {
    return new MisfitRule(
        "count-format", "stock, sales and comments are whole numbers from 0", Misfit.Kind.COUNT);
  }

  static Rule status() {
    return new MisfitRule("unknown-status", "a status is one that is known", Misfit.Kind.STATUS);
  }

  static Rule time() {
    return new MisfitRule("time-format", "a version's time can be read", Misfit.Kind.TIME);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public List<Verdict> check(ProductDraft draft) {
    if (draft.misfits().isEmpty()) {
      return List.of();
    }
    List<Verdict> verdicts = new ArrayList<>(1);
    for (Misfit misfit : draft.misfits()) {
      if (misfit.kind() == kind) {
        verdicts.add(verdict(misfit));
      }
    }
    return verdicts;
  }

  private static Verdict verdict(Misfit misfit) {
    return misfit.kind() == Misfit.Kind.COUNT
        ? new Verdict.Warning(misfit.field(), misfit.value(), misfit.reason() + "; left out")
        : new Verdict.Refusal(misfit.field(), misfit.value(), misfit.reason());
  }
}
