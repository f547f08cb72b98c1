package io.xunbao.indexer.quality.report;

import io.xunbao.indexer.quality.QualityReport.CategoryPrices;
import io.xunbao.indexer.quality.QualityReport.OddPrice;
import java.util.ArrayList;
import java.util.List;

/**
 * Places prices on a logarithmic axis.
 *
 * @param least in fen, above 0
 * @param most in fen, above {@code least}
 */
record LogScale(long least, long most, double from, double to) {
  static LogScale of(List<CategoryPrices> prices, double from, double to) {
    long least = Long.MAX_VALUE;
    long most = 1;
    for (CategoryPrices category : prices) {
      least = Math.min(least, category.lowerQuartile());
      most = Math.max(most, category.upperQuartile());
      for (OddPrice odd : category.samples()) {
        least = Math.min(least, odd.priceFen());
        most = Math.max(most, odd.priceFen());
      }
    }
    least = Math.max(1, Math.min(least, most));
    return new LogScale(least, Math.max(most, least + 1), from, to);
  }

  double at(long fen) {
    double share =
        (Math.log(Math.max(fen, least)) - Math.log(least)) / (Math.log(most) - Math.log(least));
    return from + share * (to - from);
  }

  /** Powers of ten of whole currency units within the scale. */
  List<Long> ticks() {
    List<Long> ticks = new ArrayList<>();
    for (long tick = 100; tick <= most; tick *= 10) {
      if (tick >= least) {
        ticks.add(tick);
      }
    }
    return ticks;
  }
}
