package io.xunbao.ranker.feature;

/**
 * What kind of product a candidate is.
 *
 * @param kind products of one kind have one number; negative where it is not known
 * @param fit how usual the query's words are for the kind, as a mean logarithm; NaN where not known
 */
public record KindSignals(int kind, double fit) {
  /** Nothing is known. */
  public static final KindSignals UNKNOWN = new KindSignals(-1, Double.NaN);
}
