package io.xunbao.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.lucene.index.IndexReader;
import org.junit.jupiter.api.Test;

/** What every {@link Retriever} keeps; the brute-force one is the reference for the other. */
class RetrieverContractTest {
  private static final double CLOSE = 1e-3;

  @Seeded
  @Test
  void retrieve_anyQuery_ranksAsTheReferenceDoes(RandomGenerator random) throws IOException {
    RandomShop shop = new RandomShop(random);
    for (int round = 0; round < 12; round++) {
      List<Product> products = shop.products(random.nextInt(1, 60));
      BruteForceRetriever reference = new BruteForceRetriever(products);
      try (IndexReader reader = TestIndex.reader(products)) {
        ProductSearcher searcher = new ProductSearcher(reader, TestIndex.LEXICON);
        for (int i = 0; i < 8; i++) {
          String query = shop.text(4);
          compare(reference, searcher, ProductQuery.of(query, random.nextInt(1, 20)));
        }
      }
    }
  }

  private static void compare(
      BruteForceRetriever reference, ProductSearcher searcher, ProductQuery query)
      throws IOException {
    List<Hit> expected = reference.retrieve(query).hits();
    List<Hit> actual = searcher.retrieve(query).hits();

    assertThat(actual).as(query.text()).hasSameSizeAs(expected).isSortedAccordingTo(byOrder());
    for (int i = 0; i < actual.size(); i++) {
      Hit hit = actual.get(i);
      assertThat((double) hit.score())
          .as("%s: rank %d of %s", query.text(), i, actual)
          .isCloseTo(expected.get(i).score(), within(CLOSE))
          .isCloseTo(reference.score(hit.id(), query.text()), within(CLOSE));
    }
  }

  private static Comparator<Hit> byOrder() {
    return Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id);
  }

  @Seeded
  @Test
  void explain_anyHit_addsUpToTheScore(RandomGenerator random) throws IOException {
    RandomShop shop = new RandomShop(random);
    List<Product> products = shop.products(80);
    try (IndexReader reader = TestIndex.reader(products)) {
      ProductSearcher searcher = new ProductSearcher(reader, TestIndex.LEXICON);
      for (int i = 0; i < 20; i++) {
        QuerySession session = searcher.session(ProductQuery.of(shop.text(4), 30));
        List<Hit> hits = session.retrieve().hits();
        boolean again = random.nextBoolean();
        for (Hit hit : again ? session.rerank(hits) : hits) {
          ScoreExplanation explanation = session.explain(hit);
          assertThat(explanation.value()).isCloseTo(hit.score(), within(CLOSE));
          requireSums(explanation);
        }
      }
    }
  }

  private static void requireSums(ScoreExplanation node) {
    if (!node.parts().isEmpty()) {
      assertThat(node.parts().stream().mapToDouble(ScoreExplanation::value).sum())
          .as(node.description())
          .isCloseTo(node.value(), within(CLOSE));
      node.parts().forEach(RetrieverContractTest::requireSums);
    }
  }

  @Seeded
  @Test
  void rerank_anyHits_keepsThemAndTheirOrderIsTotal(RandomGenerator random) throws IOException {
    RandomShop shop = new RandomShop(random);
    try (IndexReader reader = TestIndex.reader(shop.products(60))) {
      ProductSearcher searcher = new ProductSearcher(reader, TestIndex.LEXICON);
      QuerySession session = searcher.session(ProductQuery.of(shop.text(3), 60));
      List<Hit> hits = session.retrieve().hits();

      List<Hit> again = session.rerank(hits);

      assertThat(again).isSortedAccordingTo(byOrder());
      assertThat(again)
          .extracting(Hit::id)
          .containsExactlyInAnyOrderElementsOf(hits.stream().map(Hit::id).toList());
      assertThat(session.rerank(hits)).isEqualTo(again);
    }
  }
}
