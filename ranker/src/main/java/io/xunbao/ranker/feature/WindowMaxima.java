package io.xunbao.ranker.feature;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The best values within a window, so that features can be relative to it: BM25 of one query cannot
 * be compared with BM25 of another.
 *
 * @param retrieval best first-stage score
 * @param cosine best embedding cosine; NaN where none is known
 * @param medianPrice median price in fen; NaN where none is known
 * @param newest latest day of a change; NaN where none is known
 * @param kindShare share of the first hits whose kind is the most frequent one; NaN where no kind
 *     is known
 */
record WindowMaxima(
    double retrieval, double cosine, double medianPrice, double newest, double kindShare) {
  /** First hits that say what kind of product is asked for. */
  private static final int FIRST = 20;

  static WindowMaxima of(RankingWindow window) {
    return new WindowMaxima(
        best(window, Candidate::retrievalScore),
        best(window, Candidate::cosine),
        median(window),
        best(window, c -> c.product().updatedDay()),
        kindShare(window));
  }

  private static double best(RankingWindow window, ToDoubleFunction<Candidate> value) {
    double best = Double.NaN;
    for (Candidate candidate : window.candidates()) {
      double v = value.applyAsDouble(candidate);
      best = v > best || Double.isNaN(best) ? v : best;
    }
    return best;
  }

  private static double kindShare(RankingWindow window) {
    Map<Integer, Integer> counts = new HashMap<>();
    int known = 0;
    int most = 0;
    for (Candidate candidate :
        window.candidates().subList(0, Math.min(FIRST, window.candidates().size()))) {
      if (candidate.kind().kind() >= 0) {
        known++;
        most = Math.max(most, counts.merge(candidate.kind().kind(), 1, Integer::sum));
      }
    }
    return known == 0 ? Double.NaN : most / (double) known;
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
