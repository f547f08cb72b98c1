package io.xunbao.indexer.search;

/**
 * How the words of the best hits rank the others.
 *
 * @param window hits that are ranked again
 * @param teachers best hits whose words are learnt
 * @param terms words that are kept, the most telling ones
 * @param weight what full agreement adds, in parts of the best first score
 */
public record FeedbackSettings(int window, int teachers, int terms, float weight) {
  /**
   * Ten hits are what a shopper sees first; thirty words hold a product type with its usual
   * company. The weight is low because a wrong first page teaches wrong words: agreement should
   * decide between hits that match about equally well, and no more.
   */
  public static final FeedbackSettings DEFAULT = new FeedbackSettings(100, 10, 30, 0.2f);

  public FeedbackSettings {
    if (window < 1 || window > ProductQuery.MAX_SIZE) {
      throw new IllegalArgumentException(
          "window must be in 1.." + ProductQuery.MAX_SIZE + ", got " + window);
    }
    if (teachers < 1 || terms < 1) {
      throw new IllegalArgumentException(
          "teachers and terms must be >= 1, got " + teachers + " and " + terms);
    }
    if (!(weight >= 0)) {
      throw new IllegalArgumentException("weight must be >= 0, got " + weight);
    }
  }
}
