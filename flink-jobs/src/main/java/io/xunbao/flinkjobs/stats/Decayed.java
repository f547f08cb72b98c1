package io.xunbao.flinkjobs.stats;

/**
 * Counts in which an hour counts half as much each half-life later.
 *
 * @param halfLifeHours of the decay
 * @param exposure times that it was probably looked at
 * @param clickers shoppers who clicked, as {@link Clickers} counts them
 */
public record Decayed(
    long halfLifeHours,
    double impressions,
    double exposure,
    double views,
    double clicks,
    double favourites,
    double carts,
    double buys,
    double reviews,
    double clickers) {
  static Decayed zero(long halfLifeHours) {
    return new Decayed(halfLifeHours, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  Decayed plus(Counts counts, double weight) {
    return new Decayed(
        halfLifeHours,
        impressions + weight * counts.impressions(),
        exposure + weight * counts.exposure() / Counts.UNIT,
        views + weight * counts.views(),
        clicks + weight * counts.clicks(),
        favourites + weight * counts.favourites(),
        carts + weight * counts.carts(),
        buys + weight * counts.buys(),
        reviews + weight * counts.reviews(),
        clickers + weight * counts.clickers());
  }
}
