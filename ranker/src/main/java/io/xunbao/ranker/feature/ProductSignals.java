package io.xunbao.ranker.feature;

/**
 * Numbers of a product; NaN where unknown.
 *
 * @param priceFen price in fen
 * @param sales items sold
 * @param comments reviews written
 * @param ageDays days since the last change
 * @param attributes number of attributes
 */
public record ProductSignals(
    double priceFen, double sales, double comments, double ageDays, double attributes) {
  /** Nothing is known. */
  public static final ProductSignals UNKNOWN =
      new ProductSignals(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
