package io.xunbao.ranker.train;

/** Remembers the best round and tells when none better has come for long enough. */
final class EarlyStop {
  private final int patience;
  private int bestRound;
  private double best = Double.NEGATIVE_INFINITY;

  /**
   * @param patience rounds to wait for a better one; 0 never stops
   */
  EarlyStop(int patience) {
    this.patience = patience;
  }

  /** Notes the quality after a round, larger is better; whether to stop. */
  boolean after(int round, double quality) {
    if (quality > best) {
      best = quality;
      bestRound = round;
    }
    return patience > 0 && round - bestRound >= patience;
  }

  int bestRound() {
    return Math.max(1, bestRound);
  }
}
