package io.xunbao.queryapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.queryapi.SearchAnswer.RankedHit;
import io.xunbao.queryapi.recommend.RecommendRequest;
import io.xunbao.queryapi.recommend.Recommendations;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.ProfileSource;
import io.xunbao.ranker.interest.UserProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a shopper decides between products that match alike; without any model. */
class PersonalSearchTest {
  private static final int DRESSES = 30;

  @TempDir Path folder;
  private final Map<String, UserProfile> known = new HashMap<>();
  private Optional<UserProfile> prior = Optional.empty();
  private PublishedProducts index;
  private IndexSearchService service;

  @BeforeEach
  void publish() throws IOException {
    index = new PublishedProducts(folder);
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < DRESSES; i++) {
      products.add(TestProduct.of("dress-" + i, "连衣裙" + (100 + i)).brand("品牌" + i % 10).build());
    }
    index.publish(products);
    service =
        IndexSearchService.open(
            folder, Duration.ofMillis(50), SearchModels.NONE.withLive(new Live()));
  }

  private final class Live implements ProfileSource {
    @Override
    public Optional<UserProfile> profile(String user) {
      return Optional.ofNullable(known.get(user));
    }

    @Override
    public Optional<UserProfile> prior() {
      return prior;
    }
  }

  @AfterEach
  void close() throws IOException {
    service.close();
    index.close();
  }

  private static UserProfile clicked(String product) {
    return UserProfile.NONE.plus(EventType.CLICK, product, Instant.EPOCH, EventWeights.defaults());
  }

  private List<String> ids(@Nullable String user, RankerName ranker) {
    return answer(user, ranker).hits().stream().map(hit -> hit.product().id()).toList();
  }

  private SearchAnswer answer(@Nullable String user, RankerName ranker) {
    return service.search(
        SearchRequest.builder("连衣裙").user(user).ranker(ranker).size(DRESSES).explain(true).build());
  }

  @Test
  void search_afterAClick_putsTheProductFirstAndLiftsItsBrand() {
    known.put("u", clicked("dress-17"));
    List<String> personal = ids("u", RankerName.DEFAULT);
    List<String> before = ids(null, RankerName.DEFAULT);
    assertThat(personal.getFirst()).isEqualTo("dress-17");
    assertThat(personal.indexOf("dress-27")).isLessThan(before.indexOf("dress-27"));
    assertThat(personal).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void search_forNobodyOrSomebodyElseOrByWordsAlone_isAsBefore() {
    List<String> before = ids(null, RankerName.DEFAULT);
    List<String> words = ids(null, RankerName.BM25);
    known.put("u", clicked("dress-17"));
    assertThat(ids(null, RankerName.DEFAULT)).isEqualTo(before);
    assertThat(ids("v", RankerName.DEFAULT)).isEqualTo(before);
    assertThat(ids("u", RankerName.BM25)).isEqualTo(words);
  }

  @Test
  void search_ofSomebodyNew_goesByWhatAllCareFor() {
    prior = Optional.of(clicked("dress-25"));
    assertThat(ids("new", RankerName.DEFAULT).getFirst()).isEqualTo("dress-25");
    assertThat(ids(null, RankerName.DEFAULT).getFirst()).isNotEqualTo("dress-25");
    known.put("u", clicked("dress-17"));
    assertThat(ids("u", RankerName.DEFAULT).getFirst()).isEqualTo("dress-17");
  }

  @Test
  void recommend_forSomebodyNew_beginsWithWhatIsPopularNow() {
    prior = Optional.of(clicked("dress-5"));
    Recommendations found = service.recommend(RecommendRequest.personal("new", 5));
    assertThat(found.items().getFirst().product().id()).isEqualTo("dress-5");
    assertThat(found.degraded()).isNotEmpty();
  }

  @Test
  void explanation_ofAPersonalScore_addsUp() {
    known.put("u", clicked("dress-17"));
    for (RankedHit hit : answer("u", RankerName.DEFAULT).hits()) {
      ScoreExplanation why = hit.explanation();
      double sum = why.parts().stream().mapToDouble(ScoreExplanation::value).sum();
      assertThat(sum).isCloseTo(hit.score(), within(1e-4));
      assertThat(why.value()).isCloseTo(hit.score(), within(1e-6));
    }
  }

  @Test
  void search_profileOfProductsThatAreGone_isAsForNobody() {
    List<String> before = ids(null, RankerName.DEFAULT);
    known.put("u", clicked("sold-long-ago"));
    assertThat(ids("u", RankerName.DEFAULT)).isEqualTo(before);
  }
}
