package io.xunbao.indexer.catalog;

/**
 * A value of the source that is not of its field's kind, and so has no place in the draft.
 *
 * @param kind what was expected
 * @param field the product's field, by its contract name
 * @param value as the source has it
 * @param reason what is wrong, in a sentence
 */
public record Misfit(Kind kind, String field, String value, String reason) {
  /** What the field expects. */
  public enum Kind {
    PRICE,
    COUNT,
    STATUS,
    TIME
  }
}
