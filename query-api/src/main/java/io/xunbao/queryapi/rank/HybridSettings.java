package io.xunbao.queryapi.rank;

/**
 * How words and embeddings rank together.
 *
 * @param likeness what a cosine of 1 adds, in parts of the window's best score of words
 * @param interest what a cosine of 1 to what the shopper looked at adds, in the same parts
 * @param neighbours products of like meaning that no word of the query matches, at most
 * @param floor cosine that such a product must have at least
 */
public record HybridSettings(float likeness, float interest, int neighbours, float floor) {
  /**
   * Likeness decides between hits that match about equally well: words stay the stronger sign, for
   * model numbers and brands are alike in meaning and not the same product. What a shopper looked
   * at weighs half of that.
   */
  public static final HybridSettings DEFAULT = new HybridSettings(0.2f, 0.1f, 20, 0.6f);

  public HybridSettings {
    if (!(likeness >= 0) || !(interest >= 0) || !(floor >= -1 && floor <= 1)) {
      throw new IllegalArgumentException(
          "likeness and interest must be >= 0 and floor in -1..1, got "
              + likeness
              + ", "
              + interest
              + " and "
              + floor);
    }
    if (neighbours < 0) {
      throw new IllegalArgumentException("neighbours must be >= 0, got " + neighbours);
    }
  }
}
