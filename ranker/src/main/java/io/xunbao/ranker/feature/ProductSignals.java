package io.xunbao.ranker.feature;

/**
 * Numbers of a product; NaN where unknown.
 *
 * @param priceFen price in fen
 * @param sales items sold
 * @param comments reviews written
 * @param updatedDay day of the last change, counted from any day; only differences are used
 * @param attributes number of attributes
 */
public record ProductSignals(
    double priceFen, double sales, double comments, double updatedDay, double attributes) {
  /** Nothing is known. */
  public static final ProductSignals UNKNOWN =
      new ProductSignals(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
