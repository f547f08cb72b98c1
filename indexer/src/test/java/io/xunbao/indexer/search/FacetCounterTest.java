package io.xunbao.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.junit.jupiter.api.Test;

/** Counts over several segments, and over several snapshots with the same names, are plain sums. */
class FacetCounterTest {
  private static final int SHOWN = 20;

  @Seeded
  @Test
  void facets_anyCatalogue_areTheCountsOfItsProducts(RandomGenerator random) throws IOException {
    RandomShop shop = new RandomShop(random);
    ProductCaches caches = new ProductCaches();
    for (int round = 0; round < 10; round++) {
      List<Product> products = shop.products(random.nextInt(1, 90));
      try (IndexReader reader = TestIndex.reader(products)) {
        ProductSearcher searcher =
            new ProductSearcher(
                reader,
                TestIndex.LEXICON,
                RankingWeights.DEFAULT,
                FeedbackSettings.DEFAULT,
                caches);
        FacetedTotal counted = searcher.session(ProductQuery.of("", 1)).facets(Matching.ANY);
        assertThat(Objects.requireNonNull(counted).facets().brands()).isEqualTo(brands(products));
      }
    }
  }

  private static List<Facets.Value> brands(List<Product> products) {
    Map<String, Long> counts =
        products.stream()
            .map(Product::brand)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(b -> b, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .map(brand -> new Facets.Value(brand.getKey(), brand.getValue(), false))
        .toList();
  }
}
