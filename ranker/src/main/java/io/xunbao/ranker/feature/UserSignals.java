package io.xunbao.ranker.feature;

/**
 * How a product suits a user; NaN where the user is unknown or opted out.
 *
 * @param interest cosine of the user's best interest vector and the product's, in -1..1
 * @param brand share of the user's behaviour that was for the brand, in 0..1
 * @param category share of it that was for the category, in 0..1
 * @param priceFit 1 at the user's usual price level, falling with the distance from it, in 0..1
 */
public record UserSignals(double interest, double brand, double category, double priceFit) {
  /** No user, or one who does not want personal results. */
  public static final UserSignals NONE =
      new UserSignals(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
