package io.xunbao.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;

/** What the words of products at hand score is what Lucene finds in the postings. */
class FieldMatchesTest {
  @Seeded
  @Test
  void fieldScores_anyQueryAndField_areThoseOfLucene(RandomGenerator random) throws IOException {
    RandomShop shop = new RandomShop(random);
    for (int round = 0; round < 5; round++) {
      try (IndexReader reader = TestIndex.reader(shop.products(random.nextInt(2, 60)))) {
        ProductSearcher searcher = new ProductSearcher(reader, TestIndex.LEXICON);
        for (int i = 0; i < 10; i++) {
          QuerySession session = searcher.session(ProductQuery.of(shop.text(5), 40));
          List<Hit> hits = session.retrieve().hits();
          List<ProductWords> words = new ArrayList<>();
          for (Hit hit : hits) {
            words.add(searcher.words(List.of(hit)).getFirst());
          }
          for (String field : IndexSchema.TEXT_FIELDS) {
            compare(
                session.fieldScores(field, hits, words),
                hits,
                lucene(reader, session, field),
                field);
          }
        }
      }
    }
  }

  /** Whether a product's words were cut before says nothing about its score. */
  @Seeded
  @Test
  void textScores_someWordsAtHand_areThoseOfPostings(RandomGenerator random) throws IOException {
    RandomShop shop = new RandomShop(random);
    for (int round = 0; round < 10; round++) {
      try (IndexReader reader = TestIndex.reader(shop.products(random.nextInt(2, 60)))) {
        ProductSearcher searcher = new ProductSearcher(reader, TestIndex.LEXICON);
        List<Hit> hits = searcher.session(ProductQuery.of(shop.text(5), 40)).retrieve().hits();
        List<TermUse> terms =
            searcher.indexWords(shop.text(20)).stream()
                .distinct()
                .map(word -> new TermUse(new Term(IndexSchema.TEXT, word), random.nextFloat(), 0))
                .toList();
        float[] read = searcher.feedback().scores(terms, hits);
        for (Hit hit : hits) {
          if (random.nextBoolean()) {
            searcher.words(List.of(hit)).getFirst();
          }
        }
        assertThat(searcher.feedback().textScores(terms, hits)).containsExactly(read);
      }
    }
  }

  private static void compare(
      float[] actual, List<Hit> hits, Map<Integer, Float> expected, String field) {
    for (int i = 0; i < actual.length; i++) {
      float score = expected.getOrDefault(hits.get(i).document(), 0f);
      assertThat(actual[i])
          .as("%s of %s", field, hits.get(i))
          .isCloseTo(score, within(Math.ulp(score)));
    }
  }

  private static Map<Integer, Float> lucene(IndexReader reader, QuerySession session, String field)
      throws IOException {
    IndexSearcher lucene = new IndexSearcher(reader);
    lucene.setSimilarity(IndexSchema.similarity());
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String word : session.lookedUp()) {
      any.add(new TermQuery(new Term(field, word)), Occur.SHOULD);
    }
    Map<Integer, Float> scores = new HashMap<>();
    for (ScoreDoc doc : lucene.search(any.build(), reader.maxDoc()).scoreDocs) {
      scores.put(doc.doc, doc.score);
    }
    return scores;
  }
}
