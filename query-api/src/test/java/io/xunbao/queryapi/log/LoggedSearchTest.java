package io.xunbao.queryapi.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.Facets;
import io.xunbao.indexer.search.Vocabulary;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.queryapi.RankerName;
import io.xunbao.queryapi.SearchAnswer;
import io.xunbao.queryapi.SearchRequest;
import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.recommend.RecommendRequest;
import io.xunbao.queryapi.recommend.Recommendations;
import io.xunbao.ranker.feature.FeatureSchema;
import io.xunbao.ranker.feedback.Examination;
import io.xunbao.ranker.feedback.Impression;
import io.xunbao.ranker.feedback.ImpressionJson;
import io.xunbao.ranker.feedback.Pseudonyms;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoggedSearchTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final FeatureSchema SCHEMA = new FeatureSchema(List.of("bm25", "price"));

  private final MemoryImpressionLog log = new MemoryImpressionLog(10);
  private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);

  private static SearchAnswer.RankedHit hit(int position, String product) {
    Product shown = TestProduct.of(product, "面霜 " + product).updatedAt(NOW).build();
    return new SearchAnswer.RankedHit(position, shown, 1, List.of(), null);
  }

  private static SearchAnswer answer(SearchAnswer.RankedHit... hits) {
    return new SearchAnswer(
        "面shuang",
        "gen-1/snapshot-1",
        RankerName.LTR,
        List.of(hits),
        Facets.NONE,
        new SearchAnswer.Total(hits.length, true),
        null,
        new SearchAnswer.Correction("面shuang", "面霜", true),
        List.of(),
        List.of(),
        List.of());
  }

  private SearchAnswer search(SearchAnswer answer, @Nullable String user) {
    LoggedSearch logged =
        new LoggedSearch(
            new FixedAnswer(answer),
            log,
            pseudonyms,
            Examination.DEFAULT,
            Clock.fixed(NOW, ZoneOffset.UTC));
    return logged.search(SearchRequest.builder("面shuang").user(user).build());
  }

  @Test
  void search_withHits_logsThemUnderTheNameInTheAnswer() {
    SearchAnswer answer = search(answer(hit(1, "a"), hit(2, "b")), "u-17");
    Impression logged = log.impressions().getFirst();
    assertThat(answer.impression()).isEqualTo(logged.id());
    assertThat(logged.user()).isEqualTo(pseudonyms.of("u-17"));
    assertThat(logged.query()).isEqualTo("面shuang");
    assertThat(logged.understood()).isEqualTo("面霜");
    assertThat(logged.at()).isEqualTo(NOW);
    assertThat(logged.items()).extracting(Impression.Shown::product).containsExactly("a", "b");
    assertThat(logged.items()).extracting(Impression.Shown::position).containsExactly(1, 2);
    assertThat(logged.items()).extracting(Impression.Shown::propensity).containsExactly(1.0, 0.5);
    assertThat(new ImpressionJson().write(logged)).doesNotContain("u-17");
  }

  @Test
  void search_twice_givesTwoNames() {
    SearchAnswer.RankedHit hit = hit(1, "a");
    assertThat(search(answer(hit), "u").impression())
        .isNotEqualTo(search(answer(hit), "u").impression());
  }

  @Test
  void search_rankedByAModel_logsTheFeaturesThatItSaw() {
    double[] row = {2.5, Double.NaN};
    SearchAnswer served =
        answer(hit(1, "a"), hit(2, "b"))
            .withServed(new SearchAnswer.ServedFeatures("ltr/v1", SCHEMA, Map.of("a", row)));
    search(served, "u-17");
    Impression logged = log.impressions().getFirst();
    assertThat(logged.model()).isEqualTo("ltr/v1");
    assertThat(logged.schema()).isEqualTo(SCHEMA.fingerprint());
    assertThat(logged.items().get(0).features()).containsExactly(2.5, Double.NaN);
    assertThat(logged.items().get(1).features()).isEmpty();
  }

  @Test
  void search_withoutUser_isLoggedWithout() {
    search(answer(hit(1, "a")), null);
    assertThat(log.impressions().getFirst().user()).isNull();
  }

  @Test
  void search_withoutHits_isNotLogged() {
    assertThat(search(answer(), "u").impression()).isNull();
    assertThat(log.impressions()).isEmpty();
  }

  private record FixedAnswer(SearchAnswer answer) implements SearchService {
    @Override
    public SearchAnswer search(SearchRequest request) {
      return answer;
    }

    @Override
    public Optional<Product> product(String id) {
      return Optional.empty();
    }

    @Override
    public Recommendations recommend(RecommendRequest request) {
      throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public Vocabulary vocabulary() {
      throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public Serving serving() {
      return new Serving("gen-1/snapshot-1", 2, "v1", "v1");
    }

    @Override
    public void close() {}
  }
}
