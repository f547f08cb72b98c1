package io.xunbao.indexer.quality.rule;

import io.xunbao.indexer.catalog.ProductDraft;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a rule says of one field of one draft. */
public sealed interface Verdict {
  /** The product's field, by its contract name. */
  String field();

  /** The value found; null where it is missing. */
  @Nullable String value();

  /** What is wrong, and for a repair what was done, in a sentence. */
  String message();

  /**
   * The value was wrong and there is one right way to mend it.
   *
   * @param change makes the draft right
   */
  record Repair(String field, @Nullable String value, String message, Consumer<ProductDraft> change)
      implements Verdict {}

  /** The value looks wrong; the product is indexed as it stands. */
  record Warning(String field, @Nullable String value, String message) implements Verdict {}

  /** The record must not be indexed. */
  record Refusal(String field, @Nullable String value, String message) implements Verdict {}
}
