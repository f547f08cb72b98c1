package io.xunbao.ranker.feature;

import java.util.Objects;

/**
 * A retrieved product with the raw signals that features are made of.
 *
 * @param id the product's id
 * @param retrievalScore score of the first stage
 * @param bm25 score of each {@link TextField} by its ordinal; NaN where not computed
 * @param words ids of each field's words as the index holds them, in order, by the ordinal of
 *     {@link TextField}; an empty array where the product lacks the field
 * @param titleBigrams ids of the title's pairs of neighbouring characters, ascending; empty where
 *     not computed
 * @param cosine cosine of the query's and the product's embedding; NaN where either is missing
 * @param kind what kind of product it is
 */
public record Candidate(
    String id,
    double retrievalScore,
    double[] bm25,
    int[][] words,
    int[] titleBigrams,
    double cosine,
    KindSignals kind,
    ProductSignals product,
    UserSignals user) {
  private static final int FIELDS = TextField.values().length;

  public Candidate {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(user, "user");
    if (bm25.length != FIELDS || words.length != FIELDS) {
      throw new IllegalArgumentException(
          "bm25 and words must have "
              + FIELDS
              + " fields, got "
              + bm25.length
              + ", "
              + words.length);
    }
  }

  /** The words of a field; shared, not to be changed. */
  int[] words(TextField field) {
    return words[field.ordinal()];
  }
}
