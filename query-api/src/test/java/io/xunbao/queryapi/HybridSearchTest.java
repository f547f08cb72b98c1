package io.xunbao.queryapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.ProductFilter;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.queryapi.SearchAnswer.Degradation;
import io.xunbao.queryapi.SearchAnswer.RankedHit;
import io.xunbao.queryapi.recommend.RecommendRequest;
import io.xunbao.queryapi.recommend.Recommendations;
import io.xunbao.ranker.blas.TunedBlas;
import io.xunbao.ranker.embed.Embedding;
import io.xunbao.ranker.embed.EmbeddingModel;
import io.xunbao.ranker.embed.Encoding;
import io.xunbao.ranker.embed.ProductVectors;
import io.xunbao.ranker.embed.TextVectors;
import io.xunbao.ranker.embed.Vocabulary;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.UserProfile;
import io.xunbao.ranker.model.FollowedModel;
import io.xunbao.ranker.model.ModelDraft;
import io.xunbao.ranker.model.ModelRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words and meaning: to the embedding of this test a gown is nearly a dress, a phone is not. */
class HybridSearchTest {
  private static final int DRESSES = 130;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final TunedBlas BLAS = TunedBlas.startJavaOnly();

  private static final UserProfile PHONES =
      UserProfile.NONE.plus(EventType.BUY, "phone", Instant.EPOCH, EventWeights.defaults());

  @TempDir Path folder;
  private PublishedProducts index;
  private IndexSearchService service;

  @BeforeEach
  void publish() throws IOException {
    index = new PublishedProducts(folder.resolve("index"));
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < DRESSES; i++) {
      products.add(IndexSearchServiceTest.product("dress-" + i, "dress no " + (1000 + i), i));
    }
    products.add(IndexSearchServiceTest.product("gown", "gown", 1));
    products.add(IndexSearchServiceTest.product("phone", "phone", 1));
    index.publish(products);
    service = open(models());
    service.embed();
  }

  private IndexSearchService open(SearchModels models) throws IOException {
    return IndexSearchService.open(folder.resolve("index"), Duration.ofMillis(50), models);
  }

  private SearchModels models() throws IOException {
    ModelRegistry registry =
        new ModelRegistry(folder.resolve("models"), Clock.systemUTC(), Map.of());
    Vocabulary words =
        new Vocabulary(List.of("dress", "gown", "phone", "handset"), new long[] {9, 9, 9, 9});
    Embedding embedding = Embedding.of(words, new float[] {1, 0, 0.9f, 0.2f, 0, 1, 0.1f, 1}, 2);
    TextVectors texts = new TextVectors(embedding, 1e-3, new float[2]);
    ProductVectors none = ProductVectors.of(List.of("x"), List.of(List.of("dress")), texts);
    ModelDraft draft =
        new ModelDraft(
            EmbeddingModel.KIND,
            EmbeddingModel.FORMAT,
            "test",
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            new EmbeddingModel(texts, none, null).files(Encoding.FLOAT32));
    registry.promote(EmbeddingModel.KIND, registry.register(draft).card().version());
    return new SearchModels(
        null,
        new FollowedModel<>(
            registry, EmbeddingModel.KIND, s -> EmbeddingModel.openTexts(s.directory())),
        null,
        user -> user.equals("phone-lover") ? Optional.of(PHONES) : Optional.empty(),
        BLAS);
  }

  @AfterEach
  void close() throws IOException {
    service.close();
    index.close();
  }

  private SearchAnswer search(String query, int size) {
    return service.search(
        SearchRequest.builder(query).ranker(RankerName.HYBRID).size(size).explain(true).build());
  }

  @Test
  void hybrid_aWordThatOneProductHas_addsProductsOfLikeMeaningBehindIt() {
    SearchAnswer answer = search("gown", 30);

    assertThat(answer.ranker()).isEqualTo(RankerName.HYBRID);
    assertThat(answer.degraded()).isEmpty();
    assertThat(answer.hits().getFirst().product().id()).isEqualTo("gown");
    assertThat(answer.hits().stream().skip(1))
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.product().title()).startsWith("dress"));
    assertThat(answer.total().value()).isEqualTo(answer.hits().size());
  }

  @Test
  void mixed_withNeighboursThatNoWordMatches_pagesGiveEachProductOnce() {
    Experiment meaning = new Experiment("meaning", List.of(RankerName.BM25, RankerName.HYBRID), 1);
    SearchAnswer whole =
        service.search(
            SearchRequest.builder("gown")
                .size(100)
                .deadline(PATIENCE)
                .build()
                .withMixing(new Mixing(meaning, 7L)));
    assertThat(whole.mix().picks()).containsValues("bm25", "hybrid");
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      SearchAnswer page =
          service.search(
              SearchRequest.builder("gown")
                  .size(4)
                  .cursor(cursor)
                  .deadline(PATIENCE)
                  .build()
                  .withMixing(new Mixing(meaning, cursor == null ? 7L : null)));
      page.hits().forEach(hit -> seen.add(hit.product().id()));
      cursor = page.cursor();
    } while (cursor != null);
    assertThat(seen)
        .hasSize((int) whole.total().value())
        .hasSizeGreaterThan(10)
        .contains("gown")
        .isEqualTo(whole.hits().stream().map(hit -> hit.product().id()).toList());
  }

  @Test
  void hybrid_everyHit_isExplainedByPartsThatAddUp() {
    for (RankedHit hit : search("gown", 30).hits()) {
      assertThat(sum(hit.explanation())).isCloseTo(hit.score(), within(1e-5));
      assertThat(hit.explanation().parts())
          .extracting(ScoreExplanation::description)
          .contains("likeness in meaning");
    }
  }

  private static double sum(ScoreExplanation explanation) {
    return explanation.parts().isEmpty()
        ? explanation.value()
        : explanation.parts().stream().mapToDouble(HybridSearchTest::sum).sum();
  }

  @Test
  void hybrid_pagesAcrossTheWindow_giveEachProductOnce() {
    for (String query : List.of("dress", "dress gown", "gown")) {
      List<String> seen = new ArrayList<>();
      String cursor = null;
      long total = 0;
      do {
        SearchAnswer page =
            service.search(
                SearchRequest.builder(query)
                    .ranker(RankerName.HYBRID)
                    .size(7)
                    .cursor(cursor)
                    .build());
        total = Math.max(total, page.total().value());
        page.hits().forEach(hit -> seen.add(hit.product().id()));
        cursor = page.cursor();
      } while (cursor != null);

      assertThat(seen).as(query).doesNotHaveDuplicates().hasSize((int) total);
    }
  }

  @Test
  void hybrid_filter_holdsForProductsOfLikeMeaningToo() {
    ProductFilter filter = new ProductFilter(List.of("品牌2"), List.of(), List.of(), null, null);
    SearchAnswer answer =
        service.search(
            SearchRequest.builder("gown").ranker(RankerName.HYBRID).filter(filter).build());

    assertThat(answer.hits()).isNotEmpty().allMatch(h -> "品牌2".equals(h.product().brand()));
  }

  @Test
  void hybrid_wordsThatTheEmbeddingDoesNotKnow_isNamedAndAnsweredByWords() {
    SearchAnswer answer = search("no 1007", 10);

    assertThat(answer.hits()).isNotEmpty();
    assertThat(answer.ranker()).isEqualTo(RankerName.FEEDBACK);
    assertThat(answer.degraded()).extracting(Degradation::step).containsExactly("hybrid");
  }

  @Test
  void hybrid_withoutEmbedding_isNamedAndAnsweredByWords() throws IOException {
    try (IndexSearchService words = open(SearchModels.NONE)) {
      SearchAnswer answer =
          words.search(SearchRequest.builder("dress").ranker(RankerName.HYBRID).build());

      assertThat(answer.hits()).isNotEmpty();
      assertThat(answer.ranker()).isEqualTo(RankerName.FEEDBACK);
      assertThat(answer.degraded()).extracting(Degradation::step).containsExactly("hybrid");
    }
  }

  @Test
  void hybrid_aProductThatComesLater_isFoundByMeaning() throws IOException {
    assertThat(ids(search("phone", 30))).containsExactly("phone");
    index.publish(List.of(IndexSearchServiceTest.product("late", "handset", 5)));

    Awaitility.await()
        .untilAsserted(() -> assertThat(ids(search("phone", 30))).containsExactly("phone", "late"));
    assertThat(search("phone", 30).degraded()).isEmpty();
  }

  @Test
  void hybrid_aKnownShopper_getsMoreOfWhatTheyLookedAtAndIsTold() {
    SearchRequest request =
        SearchRequest.builder("gown").ranker(RankerName.HYBRID).user("phone-lover").build();
    SearchRequest stranger =
        SearchRequest.builder("gown").ranker(RankerName.HYBRID).user("stranger").build();
    double known = service.search(request).hits().getFirst().score();
    double unknown = service.search(stranger).hits().getFirst().score();

    assertThat(known).as("a gown is a little like a phone here").isGreaterThan(unknown);
    assertThat(unknown).isEqualTo(search("gown", 10).hits().getFirst().score());
  }

  @Test
  void recommend_similar_givesTheNearestAndNotItself() {
    Recommendations found = service.recommend(RecommendRequest.similar("gown", 5));

    assertThat(found.degraded()).isEmpty();
    assertThat(found.items())
        .hasSize(5)
        .allSatisfy(item -> assertThat(item.product().id()).startsWith("dress-"));
  }

  @Test
  void recommend_deadlinePassed_givesBestSellersAndSaysWhy() {
    for (RecommendRequest request :
        List.of(
            RecommendRequest.similar("gown", 5), RecommendRequest.together(List.of("gown"), 5))) {
      Recommendations found = service.recommend(request.within(Duration.ZERO));
      assertThat(found.items()).isNotEmpty();
      assertThat(found.degraded()).extracting(Recommendations.Missing::step).contains("deadline");
    }
  }

  @Test
  void recommend_somebodyNew_getsBestSellersAndIsTold() {
    Recommendations found = service.recommend(RecommendRequest.personal(null, 5));

    assertThat(found.items()).isNotEmpty();
    assertThat(found.degraded()).extracting(Recommendations.Missing::step).containsExactly("user");
  }

  @Test
  void recommend_aKnownShopper_getsPartsThatAddUp() throws IOException {
    index.publish(List.of(IndexSearchServiceTest.product("late", "handset", 5)));
    Awaitility.await()
        .untilAsserted(
            () -> {
              Recommendations found =
                  service.recommend(RecommendRequest.personal("phone-lover", 3));
              assertThat(found.items().getFirst().product().id()).isEqualTo("late");
              assertThat(found.items())
                  .allSatisfy(
                      item ->
                          assertThat(sum(item.explanation()))
                              .isCloseTo(item.score(), within(1e-9)));
            });
  }

  private static List<String> ids(SearchAnswer answer) {
    return answer.hits().stream().map(hit -> hit.product().id()).toList();
  }
}
