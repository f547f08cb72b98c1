package io.xunbao.ranker.feature;

import java.util.Objects;

/**
 * A word of a query.
 *
 * @param id identifies the word: equal words of queries and products have equal ids, such as a hash
 * @param idf how rare the word is among the titles, natural logarithm, at least 0
 * @param role what the word was recognised as
 */
public record QueryTerm(int id, double idf, Role role) {
  /** What a query's word stands for. */
  public enum Role {
    WORD,
    BRAND,
    /** The kind of product. */
    CATEGORY,
    /** A model number or a quantity: holds a digit. */
    MODEL
  }

  public QueryTerm {
    Objects.requireNonNull(role, "role");
    if (!(idf >= 0)) {
      throw new IllegalArgumentException("idf must be >= 0, got " + idf);
    }
  }
}
