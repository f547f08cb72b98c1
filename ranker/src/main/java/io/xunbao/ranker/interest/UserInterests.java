package io.xunbao.ranker.interest;

import io.xunbao.ranker.feedback.EventType;
import java.time.Duration;
import java.time.Instant;

/**
 * A shopper's interests on two scales of time: what this visit is about, and what stays.
 *
 * @param shortTerm fades within hours
 * @param longTerm fades within weeks
 */
public record UserInterests(InterestVector shortTerm, InterestVector longTerm) {
  private static final Duration SHORT = Duration.ofHours(2);
  private static final Duration LONG = Duration.ofDays(7);

  /** A shopper of whom nothing is known. */
  public static UserInterests none(int dimensions) {
    return new UserInterests(
        InterestVector.none(dimensions, SHORT), InterestVector.none(dimensions, LONG));
  }

  /** With one more event on a product. */
  public UserInterests plus(EventType type, float[] product, Instant at, EventWeights weights) {
    float weight = weights.of(type);
    return weight == 0
        ? this
        : new UserInterests(
            shortTerm.plus(product, weight, at), longTerm.plus(product, weight, at));
  }
}
