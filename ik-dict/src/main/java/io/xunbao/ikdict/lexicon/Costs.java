package io.xunbao.ikdict.lexicon;

/** Negative natural logarithms of probabilities as integers: one unit is a thousandth. */
public final class Costs {
  /** Units in one natural logarithm. */
  public static final double UNIT = 1000;

  private static final int MAX = 60_000;

  private Costs() {}

  /**
   * The cost of a probability.
   *
   * @param probability above 0, up to 1
   */
  public static int of(double probability) {
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("0 < probability <= 1 must hold, got " + probability);
    }
    return (int) Math.min(MAX, Math.round(-Math.log(probability) * UNIT));
  }
}
