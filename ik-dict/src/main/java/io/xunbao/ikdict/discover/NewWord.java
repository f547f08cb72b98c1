package io.xunbao.ikdict.discover;

import java.util.Objects;

/**
 * A proposal for a word.
 *
 * @param text its characters
 * @param count how often it occurs
 * @param cohesion the smallest pointwise mutual information of its two parts, in nats
 * @param freedom the smaller of the entropies of its left and right neighbours, in nats
 */
public record NewWord(String text, int count, double cohesion, double freedom) {
  public NewWord {
    Objects.requireNonNull(text, "text");
    if (count < 1) {
      throw new IllegalArgumentException("count must be >= 1, got " + count);
    }
  }

  /** By what proposals are ranked: frequent, firm within, free at both ends. */
  public double score() {
    return Math.log1p(count) * cohesion * freedom;
  }
}
