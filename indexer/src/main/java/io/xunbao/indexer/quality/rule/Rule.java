package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import java.util.List;

/**
 * One thing that must hold for a product. A rule is pure: the same draft gives the same verdicts,
 * and the draft is not changed; who asks applies the repairs. It must be idempotent: a draft that
 * it repaired gives no further repair.
 */
public interface Rule {
  /** The name that findings, reports and mapping files use, such as {@code price-range}. */
  String name();

  /** What the rule holds a product to, in one sentence for reports. */
  String meaning();

  /** What the rule says of a draft; empty when all is well. */
  List<Verdict> check(ProductDraft draft);

  /** Whether a mapping file may switch the rule off; not where the index could not do without. */
  default boolean isOptional() {
    return true;
  }
}
