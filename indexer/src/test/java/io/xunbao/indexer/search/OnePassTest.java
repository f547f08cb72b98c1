package io.xunbao.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductStatus;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.Test;

/**
 * The pass over the postings finds what Lucene's own scorers do and scores it alike: both add in
 * double precision, Lucene in the order of what clauses cost, so that a score may round to the next
 * float.
 */
class OnePassTest {
  @Seeded
  @Test
  void run_anyQuery_matchesAndScoresAsLuceneDoes(RandomGenerator random) throws IOException {
    RandomShop shop = new RandomShop(random);
    for (int round = 0; round < 6; round++) {
      List<Product> products = withOffSale(shop.products(random.nextInt(1, 80)), random);
      try (IndexReader reader = TestIndex.reader(products)) {
        for (int i = 0; i < 10; i++) {
          compare(reader, shop.text(i < 9 ? 4 : 30));
        }
      }
    }
  }

  /** More documents in a segment than are scored at once. */
  @Seeded
  @Test
  void run_manyDocuments_missesNone(RandomGenerator random) throws IOException {
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      products.add(TestIndex.product("p" + i, random.nextInt(3) == 0 ? "红色手机" : "u盘"));
    }
    try (IndexReader reader = TestIndex.reader(products)) {
      compare(reader, "红色 手机 u盘");
    }
  }

  @Test
  void run_deadlinePassed_saysThatItIsPartial() throws IOException {
    try (IndexReader reader = TestIndex.reader(List.of(TestIndex.product("p", "红色手机")))) {
      ProductSearcher searcher = new ProductSearcher(reader, TestIndex.LEXICON);
      MatchPlan plan = searcher.relevance().plan(searcher.analysis().words("手机")).orElseThrow();

      Matches matches =
          new OnePass(plan, searcher.known(), Deadline.in(Duration.ofNanos(1))).run(reader);

      assertThat(matches.partial()).isTrue();
      assertThat(matches.top(Matching.ANY, 10, searcher::id).totalExact()).isFalse();
    }
  }

  private static List<Product> withOffSale(List<Product> products, RandomGenerator random) {
    return products.stream()
        .map(
            p ->
                random.nextInt(5) > 0
                    ? p
                    : TestProduct.of(p.id(), p.title()).status(ProductStatus.OFF_SALE).build())
        .toList();
  }

  private static void compare(IndexReader reader, String text) throws IOException {
    ProductSearcher searcher = new ProductSearcher(reader, TestIndex.LEXICON);
    QueryWords words = searcher.analysis().words(text);
    MatchPlan plan = searcher.relevance().plan(words).orElseThrow();
    Matches matches = new OnePass(plan, searcher.known(), Deadline.none()).run(reader);
    for (Matching matching : List.of(Matching.MOST, Matching.ANY)) {
      Map<Integer, Float> expected =
          lucene(
              reader,
              searcher.relevance().scoring(words),
              searcher.relevance().matching(words, matching));
      Map<Integer, Float> actual = new HashMap<>();
      for (Hit hit : matches.top(matching, 1 + reader.maxDoc(), searcher::id).hits()) {
        actual.put(hit.document(), hit.score());
      }
      assertThat(actual.keySet()).as("%s, %s", text, matching).isEqualTo(expected.keySet());
      actual.forEach(
          (document, score) ->
              assertThat(score)
                  .as("%s, %s, document %d", text, matching, document)
                  .isCloseTo(expected.get(document), within(Math.ulp(score))));
    }
  }

  private static Map<Integer, Float> lucene(IndexReader reader, Query scoring, Query matching)
      throws IOException {
    IndexSearcher lucene = new IndexSearcher(reader);
    lucene.setSimilarity(IndexSchema.similarity());
    Query query =
        new BooleanQuery.Builder()
            .add(scoring, Occur.MUST)
            .add(matching, Occur.FILTER)
            .add(FilterQueries.OFF_SALE, Occur.MUST_NOT)
            .build();
    Map<Integer, Float> scores = new HashMap<>();
    for (ScoreDoc doc : lucene.search(query, 1 + reader.maxDoc()).scoreDocs) {
      scores.put(doc.doc, doc.score);
    }
    return scores;
  }
}
