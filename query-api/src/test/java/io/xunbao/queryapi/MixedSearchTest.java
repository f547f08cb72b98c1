package io.xunbao.queryapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.queryapi.SearchAnswer.Degradation;
import io.xunbao.queryapi.SearchAnswer.RankedHit;
import io.xunbao.queryapi.SearchAnswer.TraceStep;
import io.xunbao.ranker.eval.simulate.TeamDraft;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.UserProfile;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that are mixed of two rankers: of words, and of what one shopper looked at. */
@Seeded
class MixedSearchTest {
  private static final int DRESSES = 150;
  private static final Experiment TASTE =
      new Experiment("taste", List.of(RankerName.BM25, RankerName.DEFAULT), 1);
  private static final Experiment LEARNED =
      new Experiment("learned", List.of(RankerName.LTR, RankerName.DEFAULT), 1);

  private static final Experiment FEEDBACK =
      new Experiment("feedback", List.of(RankerName.BM25, RankerName.FEEDBACK), 0.5);

  @TempDir Path folder;
  private PublishedProducts index;
  private IndexSearchService service;

  @BeforeEach
  void publish() throws IOException {
    index = new PublishedProducts(folder);
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < DRESSES; i++) {
      String title = (i % 4 == 0 ? "红色" : "") + "连衣裙" + " 款".repeat(i % 5) + (1_000 + i);
      products.add(TestProduct.of("dress-" + i, title).brand("品牌" + i % 10).build());
    }
    index.publish(products);
    UserProfile taste =
        UserProfile.NONE.plus(EventType.CLICK, "dress-17", Instant.EPOCH, EventWeights.defaults());
    SearchModels models =
        SearchModels.NONE.withLive(
            user -> user.equals("u") ? Optional.of(taste) : Optional.empty());
    service = IndexSearchService.open(folder, Duration.ofMillis(50), models, 100);
  }

  @AfterEach
  void close() throws IOException {
    service.close();
    index.close();
  }

  private static SearchRequest.Builder dresses(int size) {
    return SearchRequest.builder("红色 连衣裙").user("u").size(size).deadline(Duration.ofSeconds(30));
  }

  private SearchAnswer mixed(SearchRequest.Builder request, Experiment experiment, long seed) {
    return service.search(request.build().withMixing(new Mixing(experiment, seed)));
  }

  private static List<String> ids(SearchAnswer answer) {
    return answer.hits().stream().map(hit -> hit.product().id()).toList();
  }

  @Test
  void search_mixed_isTheTeamDraftOfBothRankersLists(RandomGenerator random) {
    List<String> words = ids(service.search(dresses(100).ranker(RankerName.BM25).build()));
    List<String> taste = ids(service.search(dresses(100).build()));
    assertThat(taste).isNotEqualTo(words).containsExactlyInAnyOrderElementsOf(words);
    for (int n = 0; n < 20; n++) {
      long seed = random.nextLong();
      TeamDraft draft = TeamDraft.of(words, taste, 100, new SplittableRandom(seed));

      SearchAnswer answer = mixed(dresses(100), TASTE, seed);

      assertThat(ids(answer)).isEqualTo(draft.shown());
      assertThat(answer.rankedBy()).isEqualTo("mixed");
      assertThat(answer.mix().teams()).containsExactly("bm25", "default");
      for (int i = 0; i < 100; i++) {
        assertThat(answer.mix().picks().get(draft.shown().get(i)))
            .isEqualTo(draft.ours().get(i) ? "bm25" : "default");
      }
    }
  }

  @Test
  void search_pagesOfAMixedList_areThePartsOfOneList(RandomGenerator random) {
    for (int n = 0; n < 5; n++) {
      long seed = random.nextLong();
      List<String> whole = ids(mixed(dresses(100), TASTE, seed));
      List<String> paged = new ArrayList<>();
      String cursor = null;
      do {
        // Every page is another impression, with other coins or none; the first page's count.
        Mixing drawn = new Mixing(TASTE, random.nextBoolean() ? random.nextLong() : null);
        Mixing mixing = cursor == null ? new Mixing(TASTE, seed) : drawn;
        SearchAnswer page = service.search(dresses(7).cursor(cursor).build().withMixing(mixing));
        for (RankedHit hit : page.hits()) {
          paged.add(hit.product().id());
          assertThat(hit.position()).isEqualTo(paged.size());
        }
        cursor = page.cursor();
      } while (cursor != null);

      assertThat(paged).hasSize(DRESSES).doesNotHaveDuplicates();
      assertThat(paged.subList(0, 100)).isEqualTo(whole);
    }
  }

  @Test
  void search_pagesOfAListThatWasNotMixed_areNotMixedEither() {
    Mixing out = new Mixing(TASTE, null);
    Mixing in = new Mixing(TASTE, 5L);
    SearchAnswer first = service.search(dresses(10).build().withMixing(out));
    SearchAnswer second = service.search(dresses(10).cursor(first.cursor()).build().withMixing(in));
    assertThat(second.mix()).isNull();
    assertThat(ids(second)).isEqualTo(ids(service.search(dresses(20).build())).subList(10, 20));
  }

  @Test
  void search_cursorOfAnExperimentThatEnded_isStale() {
    String cursor = mixed(dresses(10), TASTE, 1).cursor();
    for (Mixing now : new Mixing[] {null, new Mixing(LEARNED, 1L)}) {
      SearchRequest request = dresses(10).cursor(cursor).build().withMixing(now);
      assertThatThrownBy(() -> service.search(request))
          .isInstanceOfSatisfying(
              InvalidRequest.class, e -> assertThat(e.code()).isEqualTo("cursor-stale"));
    }
  }

  @Test
  void explanation_ofAMixedHit_namesWhoPickedItAndAddsUp() {
    SearchAnswer answer = mixed(dresses(60).explain(true), TASTE, 3);
    for (RankedHit hit : answer.hits()) {
      ScoreExplanation why = hit.explanation();
      String team = answer.mix().picks().get(hit.product().id());
      assertThat(why.description()).isEqualTo("picked by " + team);
      assertThat(why.value()).isCloseTo(hit.score(), within(1e-4));
      assertThat(why.parts().stream().mapToDouble(ScoreExplanation::value).sum())
          .isCloseTo(hit.score(), within(1e-4));
      assertThat(leaves(why)).isCloseTo(hit.score(), within(1e-3));
    }
  }

  private static double leaves(ScoreExplanation part) {
    return part.parts().isEmpty()
        ? part.value()
        : part.parts().stream().mapToDouble(MixedSearchTest::leaves).sum();
  }

  @Test
  void trace_ofAMixedList_saysTheExperimentTheArmsAndThePicks() {
    SearchAnswer answer = mixed(dresses(3).trace(true), TASTE, 3);
    TraceStep step =
        answer.trace().stream()
            .filter(s -> s.stage().equals("rank.mixed"))
            .findFirst()
            .orElseThrow();
    assertThat(step.details()).containsEntry("experiment", "taste");
    assertThat(step.details()).containsEntry("arms", "bm25 default");
    answer
        .mix()
        .picks()
        .forEach((id, team) -> assertThat(step.details().get("picks")).contains(id + ":" + team));
  }

  @Test
  void search_armWithoutModel_isNamedAndTheOtherAnswersOnEveryPage() {
    List<String> alone = ids(service.search(dresses(30).build()));
    SearchAnswer first = mixed(dresses(15), LEARNED, 3);
    assertThat(first.mix()).isNull();
    assertThat(first.degraded()).extracting(Degradation::step).containsExactly("ltr");
    assertThat(first.rankedBy()).isEqualTo("feedback");
    SearchAnswer second = mixed(dresses(15).cursor(first.cursor()), LEARNED, 9);
    assertThat(second.mix()).isNull();
    assertThat(second.degraded()).as("the arm that is there goes on alone").isEmpty();
    List<String> both = new ArrayList<>(ids(first));
    both.addAll(ids(second));
    assertThat(both).isEqualTo(alone);
  }

  @Test
  void search_lateArm_isNamedAndTheListIsNotMixed() {
    SearchAnswer answer = mixed(dresses(10).deadline(Duration.ofNanos(1)), TASTE, 3);
    assertThat(answer.mix()).isNull();
    assertThat(answer.degraded()).extracting(Degradation::step).contains("personal");
    assertThat(answer.ranker()).isEqualTo(RankerName.BM25);
  }

  @Test
  void search_mixedForNobody_isNeverCached() {
    SearchRequest plain = dresses(10).user(null).build();
    for (long seed = 0; seed < 5; seed++) {
      SearchAnswer first = service.search(plain.withMixing(new Mixing(FEEDBACK, seed)));
      String cursor = first.cursor();
      SearchRequest next = dresses(10).user(null).cursor(cursor).build();
      Mixing out = new Mixing(FEEDBACK, null);
      assertThat(service.search(next.withMixing(out)).mix()).isNotNull();
      assertThat(service.search(next.withMixing(out)).mix()).isNotNull();
    }
    assertThat(service.answers().hits()).isZero();
    service.search(plain.withMixing(new Mixing(FEEDBACK, null)));
    assertThat(service.search(plain.withMixing(new Mixing(FEEDBACK, null))).mix()).isNull();
    assertThat(service.answers().hits()).isEqualTo(1);
  }

  @Test
  void experiment_thatCannotTellAnything_isRefused() {
    List<RankerName> same = List.of(RankerName.DEFAULT, RankerName.FEEDBACK);
    assertThatThrownBy(() -> new Experiment("a", same, 1)).hasMessageContaining("are the same");
    assertThatThrownBy(() -> new Experiment("a", List.of(RankerName.LTR), 1))
        .hasMessageContaining("got [ltr]");
    assertThatThrownBy(() -> new Experiment("a b", LEARNED.arms(), 1))
        .hasMessageContaining("'a b'");
    for (double share : new double[] {0, -1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new Experiment("a", LEARNED.arms(), share))
          .hasMessageContaining("got " + share);
    }
  }

  @Test
  void takes_evenDraws_givesTheShare(RandomGenerator random) {
    Map<Double, Integer> taken = new TreeMap<>();
    for (double share : new double[] {0.1, 0.5, 1}) {
      Experiment experiment = new Experiment("a", LEARNED.arms(), share);
      int in = 0;
      for (int i = 0; i < 10_000; i++) {
        in += experiment.takes(random.nextLong()) ? 1 : 0;
      }
      taken.put(share, in);
    }
    taken.forEach((share, in) -> assertThat(in / 1e4).isCloseTo(share, within(0.03)));
  }
}
