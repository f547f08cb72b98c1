package io.xunbao.flinkjobs.stats;

import io.xunbao.ranker.feedback.EventType;

/**
 * How often each thing was done: whole numbers, so that sums do not depend on their order.
 *
 * @param impressions times shown
 * @param exposure times that it was probably looked at where it was shown, in millionths
 * @param clickers shoppers who clicked, as {@link Clickers} counts them
 */
public record Counts(
    long impressions,
    long exposure,
    long views,
    long clicks,
    long favourites,
    long carts,
    long buys,
    long reviews,
    long clickers) {
  /** Millionths in one. */
  public static final long UNIT = 1_000_000;

  public static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** One action, done some times. */
  static Counts of(ProductAction action) {
    long n = action.count();
    EventType type = action.type();
    return new Counts(
        type == EventType.IMPRESSION ? n : 0,
        type == EventType.IMPRESSION ? action.exposure() : 0,
        type == EventType.VIEW ? n : 0,
        type == EventType.CLICK ? n : 0,
        type == EventType.FAVOURITE ? n : 0,
        type == EventType.CART ? n : type == EventType.UNCART ? -n : 0,
        type == EventType.BUY ? n : 0,
        type == EventType.REVIEW ? n : 0,
        action.clickers());
  }

  public Counts plus(Counts other) {
    return new Counts(
        impressions + other.impressions,
        exposure + other.exposure,
        views + other.views,
        clicks + other.clicks,
        favourites + other.favourites,
        carts + other.carts,
        buys + other.buys,
        reviews + other.reviews,
        clickers + other.clickers);
  }
}
