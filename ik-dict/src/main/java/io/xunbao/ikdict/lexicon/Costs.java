package io.xunbao.ikdict.lexicon;

/** Negative natural logarithms of probabilities as integers: 500 units are 1. */
public final class Costs {
  /** Units in one natural logarithm. */
  public static final double UNIT = 500;

  /** The largest cost of a word. */
  public static final int MAX = 16_000;

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
