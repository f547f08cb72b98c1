package io.xunbao.ranker.feature;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The best values within a window, so that features can be relative to it: BM25 of one query cannot
 * be compared with BM25 of another.
 *
 * @param retrieval best first-stage score
 * @param cosine best embedding cosine; NaN where none is known
 * @param medianPrice median price in fen; NaN where none is known
 */
record WindowMaxima(double retrieval, double cosine, double medianPrice) {
  static WindowMaxima of(RankingWindow window) {
    return new WindowMaxima(
        best(window, Candidate::retrievalScore), best(window, Candidate::cosine), median(window));
  }

  private static double best(RankingWindow window, ToDoubleFunction<Candidate> value) {
    double best = Double.NaN;
    for (Candidate candidate : window.candidates()) {
      double v = value.applyAsDouble(candidate);
      best = v > best || Double.isNaN(best) ? v : best;
    }
    return best;
  }

  private static double median(RankingWindow window) {
    double[] prices = new double[window.candidates().size()];
    int known = 0;
    for (Candidate candidate : window.candidates()) {
      prices[known] = candidate.product().priceFen();
      known += Double.isNaN(prices[known]) ? 0 : 1;
    }
    Arrays.sort(prices, 0, known);
    return known == 0 ? Double.NaN : prices[known / 2];
  }
}
