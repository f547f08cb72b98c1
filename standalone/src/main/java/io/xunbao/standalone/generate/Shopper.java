package io.xunbao.standalone.generate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A shopper with hidden tastes.
 *
 * @param categories how often a session is about each category; sums to one
 * @param brands liking of each brand, standard normal; 0 where the brand is not listed
 * @param thrift from -1 (wants the best) to 1 (wants the cheapest)
 */
record Shopper(String id, double[] categories, Map<String, Double> brands, double thrift) {
  /** Small: most shoppers care for two or three categories. */
  private static final double CONCENTRATION = 0.08;

  static Shopper draw(int number, Vocabulary vocabulary, Chance chance) {
    Map<String, Double> brands = new HashMap<>();
    for (SampleCategory category : vocabulary.categories()) {
      for (String brand : category.brands()) {
        brands.computeIfAbsent(brand, name -> chance.gaussian());
      }
    }
    return new Shopper(
        String.format(Locale.ROOT, "gen-user-%04d", number),
        chance.dirichlet(vocabulary.categories().size(), CONCENTRATION),
        brands,
        2 * chance.uniform() - 1);
  }

  /** How much this shopper likes a product beyond its relevance; about standard normal. */
  double taste(SampleProduct product, SampleCategory category) {
    double span = Math.log((double) category.highYuan() / category.lowYuan());
    double dear = Math.log(product.priceFen() / 100.0 / category.lowYuan()) / span - 0.5;
    return 0.7 * brands.getOrDefault(product.brand(), 0.0) - 1.4 * thrift * dear;
  }
}
