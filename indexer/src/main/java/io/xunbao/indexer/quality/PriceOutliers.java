package io.xunbao.indexer.quality;

import io.xunbao.indexer.quality.QualityReport.CategoryPrices;
import io.xunbao.indexer.quality.QualityReport.OddPrice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Prices that are odd for their category, by robust statistics of the logarithm of the price: the
 * modified z-score 0.6745 |x - median| / MAD of B. Iglewicz and D. Hoaglin ("How to Detect and
 * Handle Outliers", 1993), which outliers themselves cannot shift. A category needs {@link
 * #MIN_PRODUCTS} prices.
 */
final class PriceOutliers {
  static final int MIN_PRODUCTS = 20;

  /** Beyond what Iglewicz and Hoaglin take (3.5): prices have heavier tails than measurements. */
  static final double THRESHOLD = 5;

  private static final double NORMAL = 0.6745;

  /** Where half of a category has one price, the MAD is 0; a twentieth either way is not odd. */
  private static final double MIN_MAD = 0.05;

  private static final int CATEGORIES = 40;
  private static final int SAMPLES = 8;

  private PriceOutliers() {}

  /** Categories with odd prices, those with the most first. */
  static List<CategoryPrices> of(LatestProducts products) {
    String[] names = products.categoryNames();
    List<List<Integer>> byCategory = new ArrayList<>();
    Arrays.stream(names).forEach(name -> byCategory.add(new ArrayList<>()));
    for (int i = 0; i < products.size(); i++) {
      if (products.isLive(i) && products.price(i) > 0) {
        byCategory.get(products.category(i)).add(i);
      }
    }
    return IntStream.range(0, names.length)
        .filter(category -> byCategory.get(category).size() >= MIN_PRODUCTS)
        .mapToObj(category -> judge(names[category], byCategory.get(category), products))
        .filter(prices -> prices.odd() > 0)
        .sorted(Comparator.comparingLong(CategoryPrices::odd).reversed())
        .limit(CATEGORIES)
        .toList();
  }

  private static CategoryPrices judge(
      String category, List<Integer> members, LatestProducts products) {
    double[] logs =
        members.stream().mapToDouble(i -> Math.log((double) products.price(i))).sorted().toArray();
    double median = quantile(logs, 0.5);
    double[] deviations = Arrays.stream(logs).map(log -> Math.abs(log - median)).sorted().toArray();
    double mad = Math.max(MIN_MAD, quantile(deviations, 0.5));
    List<OddPrice> odd = new ArrayList<>();
    for (int i : members) {
      double z = NORMAL * (Math.log((double) products.price(i)) - median) / mad;
      if (Math.abs(z) > THRESHOLD) {
        odd.add(new OddPrice(products.id(i), products.title(i), products.price(i), rounded(z)));
      }
    }
    odd.sort(Comparator.comparingDouble((OddPrice price) -> -Math.abs(price.score())));
    return new CategoryPrices(
        category,
        members.size(),
        fen(quantile(logs, 0.25)),
        fen(median),
        fen(quantile(logs, 0.75)),
        odd.size(),
        odd.subList(0, Math.min(SAMPLES, odd.size())));
  }

  private static double quantile(double[] sorted, double q) {
    double at = q * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static long fen(double log) {
    return Math.round(Math.exp(log));
  }

  private static double rounded(double z) {
    return Math.round(z * 10) / 10.0;
  }
}
