package io.xunbao.ranker.feature;

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
    return known(window, value).max().orElse(Double.NaN);
  }

  private static double median(RankingWindow window) {
    double[] prices = known(window, candidate -> candidate.product().priceFen()).sorted().toArray();
    return prices.length == 0 ? Double.NaN : prices[prices.length / 2];
  }

  private static java.util.stream.DoubleStream known(
      RankingWindow window, ToDoubleFunction<Candidate> value) {
    return window.candidates().stream().mapToDouble(value).filter(v -> !Double.isNaN(v));
  }
}
