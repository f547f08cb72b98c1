package io.xunbao.ranker.interest;

import io.xunbao.ranker.embed.Vectors;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A sum of product vectors in which an event counts half as much each half-life later: sum_i w_i *
 * 2^(-(at - at_i) / halfLife) * v_i. The order in which events are added does not matter, beyond
 * rounding.
 *
 * @param sum the sum as it is at {@code at}, shape [dimensions]; not to be changed
 * @param at time of the newest event
 */
public record InterestVector(float[] sum, Instant at, Duration halfLife) {
  public InterestVector {
    Objects.requireNonNull(sum, "sum");
    Objects.requireNonNull(at, "at");
    if (halfLife.isZero() || halfLife.isNegative()) {
      throw new IllegalArgumentException("halfLife must be > 0, got " + halfLife);
    }
  }

  /** No interest yet. */
  public static InterestVector none(int dimensions, Duration halfLife) {
    return new InterestVector(new float[dimensions], Instant.EPOCH, halfLife);
  }

  /**
   * With one more event, which may be older than those before.
   *
   * @param vector of the event's product, shape [dimensions]
   * @param weight of the event; negative takes interest back
   */
  public InterestVector plus(float[] vector, float weight, Instant when) {
    if (vector.length != sum.length) {
      throw new IllegalArgumentException(
          "a vector must have " + sum.length + " numbers, got " + vector.length);
    }
    Instant newest = when.isAfter(at) ? when : at;
    float old = decay(at, newest);
    float added = weight * decay(when, newest);
    float[] next = new float[sum.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = old * sum[i] + added * vector[i];
    }
    return new InterestVector(next, newest, halfLife);
  }

  private float decay(Instant from, Instant to) {
    double lives = Duration.between(from, to).toMillis() / (double) halfLife.toMillis();
    return (float) Math.pow(0.5, lives);
  }

  /** How much interest is left at a time: the length of the decayed sum. */
  public double strength(Instant now) {
    return Math.sqrt(Vectors.dot(sum, sum)) * decay(at, now.isAfter(at) ? now : at);
  }

  /** The direction of interest, of length 1, or zero where there is none. */
  public float[] direction() {
    float[] direction = sum.clone();
    Vectors.normalize(direction, 0, direction.length);
    return direction;
  }
}
