package io.xunbao.standalone.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A generated catalogue.
 *
 * @param products the clean products, which shoppers can meet
 * @param records every record of the feed in order, the dirty ones among them
 * @param flaws how many records carry each flaw
 */
record Catalogue(
    List<SampleProduct> products, List<Map<String, Object>> records, Map<Flaw, Integer> flaws) {
  /** Share of records of the feed that carry a flaw. */
  static final double DIRTY = 0.03;

  Catalogue {
    products = List.copyOf(products);
    records = List.copyOf(records);
    flaws = Map.copyOf(flaws);
  }

  /**
   * Generates a feed.
   *
   * @param size number of records, dirty ones included
   */
  static Catalogue generate(Vocabulary vocabulary, int size, Chance chance) {
    ProductMaker maker = new ProductMaker(vocabulary, chance);
    List<SampleProduct> products = new ArrayList<>();
    List<Map<String, Object>> records = new ArrayList<>();
    List<Map<String, Object>> later = new ArrayList<>();
    Map<Flaw, Integer> flaws = new EnumMap<>(Flaw.class);
    for (int number = 1; records.size() + later.size() < size; number++) {
      SampleProduct product = maker.make(number);
      boolean dirty = chance.happens(DIRTY);
      Flaw flaw = chance.one(Flaw.ALL);
      if (!dirty || flaw.addsRecord()) {
        products.add(product);
        records.add(product.toRecord());
      }
      if (dirty) {
        // Copies and late versions come after their originals, as they do in a feed.
        (flaw.addsRecord() ? later : records).add(flaw.spoil(product.toRecord()));
        flaws.merge(flaw, 1, Integer::sum);
      }
    }
    records.addAll(later);
    return new Catalogue(products, records, flaws);
  }
}
