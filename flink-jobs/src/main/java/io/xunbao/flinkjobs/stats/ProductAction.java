package io.xunbao.flinkjobs.stats;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.feedback.Examination;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that was done with a product, or became known of those who did it.
 *
 * @param count how often
 * @param exposure for an impression, how often it was probably looked at, in millionths
 * @param clickers shoppers who count as having clicked from now on; below zero those who do no
 *     longer
 * @param at when, in milliseconds since the epoch
 */
public record ProductAction(
    String product, EventType type, long count, long exposure, long clickers, long at) {
  public ProductAction {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(type, "type");
    if (count < 0 || exposure < 0) {
      throw new IllegalArgumentException(
          "count and exposure must be >= 0, got " + count + " and " + exposure);
    }
  }

  /**
   * What an event does; empty where it is about no product, as a search is.
   *
   * @param examination how probably each place is looked at
   */
  public static Optional<ProductAction> of(BehaviourEvent event, Examination examination) {
    String product = event.product();
    if (product == null) {
      return Optional.empty();
    }
    long at = event.at().toEpochMilli();
    int position = event.position() == null ? 0 : event.position();
    return Optional.of(
        event.type() == EventType.IMPRESSION
            ? shown(product, examination.of(position), at)
            : done(product, event.type(), 1, at));
  }

  /** Shown once, at a place that is looked at with a probability. */
  static ProductAction shown(String product, double propensity, long at) {
    return new ProductAction(
        product, EventType.IMPRESSION, 1, Math.round(propensity * Counts.UNIT), 0, at);
  }

  /** Done some times, all counted in one hour. */
  static ProductAction done(String product, EventType type, long count, long at) {
    return new ProductAction(product, type, count, 0, 0, at);
  }

  /** Whom {@link Clickers} counts, a shopper more or less; nothing was done. */
  static ProductAction clicker(String product, long change, long at) {
    return new ProductAction(product, EventType.CLICK, 0, 0, change, at);
  }
}
