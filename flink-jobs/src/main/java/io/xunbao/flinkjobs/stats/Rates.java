package io.xunbao.flinkjobs.stats;

/**
 * Shares, smoothed towards what is usual.
 *
 * @param click clickers a time looked at: clicks over expected examinations (COEC: Zhang and Jones
 *     2007), so that a product at the top gains nothing by its place, with shoppers in the place of
 *     clicks, so that who clicks again and again gains nothing by it
 * @param cart put into the cart a time opened
 * @param buy bought a time opened
 */
public record Rates(double click, double cart, double buy) {
  static Rates of(Decayed counts, RatePriors priors) {
    double opened = counts.views() + counts.clicks();
    return new Rates(
        priors.click().smooth(counts.clickers(), counts.exposure()),
        priors.cart().smooth(Math.max(0, counts.carts()), opened),
        priors.buy().smooth(counts.buys(), opened));
  }
}
