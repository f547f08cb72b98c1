package io.xunbao.indexer.search;

import java.util.List;
import java.util.Objects;

/**
 * Where a score comes from. Law: the values of the parts add up to the value, within the precision
 * of a float, wherever there are parts.
 *
 * @param description what this part is, in words, such as {@code title:连衣裙}
 * @param value what it adds to the score
 * @param parts what it consists of; empty for a leaf
 */
public record ScoreExplanation(String description, double value, List<ScoreExplanation> parts) {
  public ScoreExplanation {
    Objects.requireNonNull(description, "description");
    parts = List.copyOf(parts);
  }

  /** The same explanation with every value multiplied. */
  public ScoreExplanation times(double factor) {
    return new ScoreExplanation(
        description, value * factor, parts.stream().map(part -> part.times(factor)).toList());
  }
}
