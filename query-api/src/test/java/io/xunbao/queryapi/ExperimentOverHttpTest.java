package io.xunbao.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.queryapi.http.Limits;
import io.xunbao.queryapi.http.ServerConfig;
import io.xunbao.queryapi.http.XunbaoServer;
import io.xunbao.queryapi.log.LoggedSearch;
import io.xunbao.queryapi.log.MemoryImpressionLog;
import io.xunbao.ranker.eval.logged.ClickLog;
import io.xunbao.ranker.eval.logged.ClickedList;
import io.xunbao.ranker.eval.logged.TeamPreference;
import io.xunbao.ranker.eval.simulate.ClickModel;
import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.feedback.Examination;
import io.xunbao.ranker.feedback.Impression;
import io.xunbao.ranker.feedback.ImpressionJson;
import io.xunbao.ranker.feedback.Pseudonyms;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.UserProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An experiment from the request over HTTP to what the log tells of it: shoppers whose taste one
 * arm knows. Names of impressions are counted, so that the draws are the same each time.
 */
class ExperimentOverHttpTest {
  private static final int BRANDS = 10;
  private static final int SHOPPERS = 60;
  private static final int SEARCHES = 6;
  private static final String QUERY = "连衣裙";

  @TempDir Path folder;
  private final MemoryImpressionLog log = new MemoryImpressionLog(10_000);
  private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
  private final HttpClient client = HttpClient.newHttpClient();
  private PublishedProducts index;
  private LoggedSearch service;
  private XunbaoServer server;

  @BeforeEach
  void serve() throws IOException {
    index = new PublishedProducts(folder);
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      products.add(
          TestProduct.of("dress-" + i, QUERY + (100 + i)).brand("品牌" + i % BRANDS).build());
    }
    index.publish(products);
    SearchModels models = SearchModels.NONE.withLive(ExperimentOverHttpTest::taste);
    AtomicInteger names = new AtomicInteger();
    IndexSearchService search = IndexSearchService.open(folder, Duration.ofMillis(50), models, 100);
    search.listen();
    service =
        new LoggedSearch(search, log, pseudonyms, Examination.DEFAULT, Clock.systemUTC())
            .withExperiment(
                new Experiment("taste", List.of(RankerName.BM25, RankerName.DEFAULT), 0.5))
            .withIds(() -> "i-" + names.incrementAndGet());
    server =
        new XunbaoServer(
            ServerConfig.onPort(0)
                .withLimits(Limits.defaults().withDeadline(Duration.ofSeconds(30))),
            service);
    server.start();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
    service.close();
    index.close();
  }

  /** Shopper {@code u-n} likes the brand of {@code dress-n}. */
  private static Optional<UserProfile> taste(String user) {
    String product = "dress-" + number(user) % BRANDS;
    return Optional.of(
        UserProfile.NONE.plus(EventType.CLICK, product, Instant.EPOCH, EventWeights.defaults()));
  }

  private static int number(String user) {
    return Integer.parseInt(user.substring(2));
  }

  private JsonNode search(String parameters) {
    URI uri = URI.create(server.uri() + "/v1/search?q=" + encoded(QUERY) + parameters);
    try {
      HttpResponse<String> reply =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
      return JsonMapper.shared().readTree(reply.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * Every shopper searches and clicks as position-based shoppers do.
   *
   * @param liked grade of a product of the brand that a shopper likes, 0 for who does not care
   */
  private List<ClickedList> shop(int liked, RandomGenerator random) {
    ClickModel clicks = ClickModel.positionBased(SearchRequest.DEFAULT_SIZE, 1);
    List<BehaviourEvent> events = new ArrayList<>();
    for (int n = 0; n < SHOPPERS * SEARCHES; n++) {
      String user = "u-" + n % SHOPPERS;
      JsonNode answer = search("&user=" + user);
      List<String> shown = ids(answer);
      int[] grades = shown.stream().mapToInt(id -> liked(user, id) ? liked : 0).toArray();
      boolean[] clicked = clicks.clicks(grades, random);
      for (int i = 0; i < clicked.length; i++) {
        if (clicked[i]) {
          events.add(
              click(user, shown.get(i), answer.path("impression").asString(), events.size()));
        }
      }
    }
    ImpressionJson json = new ImpressionJson();
    List<Impression> logged =
        log.impressions().stream().map(shown -> json.read(json.write(shown))).toList();
    return ClickLog.of(logged, events, EventType.CLICK).lists();
  }

  private static boolean liked(String user, String product) {
    return Integer.parseInt(product.substring("dress-".length())) % BRANDS == number(user) % BRANDS;
  }

  private BehaviourEvent click(String user, String product, String impression, int number) {
    return new BehaviourEvent(
        "e-" + number,
        pseudonyms.of(user),
        null,
        EventType.CLICK,
        product,
        QUERY,
        impression,
        null,
        null,
        Instant.EPOCH,
        Map.of());
  }

  @Test
  void log_ofShoppersWhoseTasteOneArmKnows_saysThatTheyPreferIt() {
    TeamPreference found = TeamPreference.of(shop(3, new SplittableRandom(1)), 1).getFirst();
    assertThat(found.experiment()).isEqualTo("taste");
    assertThat(found.arms()).containsExactly("bm25", "default");
    assertThat(found.credit().low()).isPositive();
    assertThat(found.lists()).isBetween(SHOPPERS * SEARCHES / 4, SHOPPERS * SEARCHES * 3 / 4);
  }

  @Test
  void log_ofShoppersWhoDoNotCare_prefersNobody() {
    TeamPreference found = TeamPreference.of(shop(0, new SplittableRandom(1)), 1).getFirst();
    assertThat(found.credit().low()).isNegative();
    assertThat(found.credit().high()).isPositive();
  }

  @Test
  void impressions_ofAShopper_areAllOnOneSideAndNameEveryPick() {
    shop(0, new SplittableRandom(2));
    Map<String, List<Impression>> byUser =
        log.impressions().stream().collect(Collectors.groupingBy(shown -> shown.user()));
    assertThat(byUser).hasSize(SHOPPERS);
    byUser
        .values()
        .forEach(
            of ->
                assertThat(of.stream().map(Impression::experiment).distinct())
                    .as("one shopper")
                    .hasSize(1));
    for (Impression shown : log.impressions()) {
      boolean in = shown.experiment() != null;
      assertThat(shown.ranker()).isEqualTo(in ? "mixed" : "feedback");
      assertThat(shown.teams()).isEqualTo(in ? List.of("bm25", "default") : List.of());
      assertThat(shown.items()).allSatisfy(item -> assertThat(item.team() == null).isEqualTo(!in));
    }
  }

  @Test
  void search_ofNobody_isDrawnEachTimeAndNeverTakenFromTheCacheOfAnswers() {
    Map<Boolean, Integer> sides = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      sides.merge(search("").path("ranker").asString().equals("mixed"), 1, Integer::sum);
    }
    assertThat(sides.get(true)).isBetween(25, 75);
    assertThat(service.answers().hits()).isEqualTo(sides.get(false) - 1L);
  }

  @Test
  void search_ofAnImpressionAgain_explainsTheSameListAndIsNotLogged() {
    int mixed = 0;
    for (int i = 0; i < 40; i++) {
      String user = i % 2 == 0 ? "" : "&user=u-" + i;
      JsonNode shown = search(user);
      String again = "&explain=true&impression=" + shown.path("impression").asString();
      JsonNode explained = search(user + again);
      assertThat(ids(explained)).isEqualTo(ids(shown));
      assertThat(explained.path("ranker")).isEqualTo(shown.path("ranker"));
      assertThat(explained.path("impression")).isEqualTo(shown.path("impression"));
      mixed += shown.path("ranker").asString().equals("mixed") ? 1 : 0;
    }
    assertThat(mixed).isPositive();
    assertThat(log.impressions()).hasSize(40);
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.path("hits").forEach(hit -> ids.add(hit.at("/product/id").asString()));
    return ids;
  }

  @Test
  void search_thatNamesARankerOrAnOrder_isPartOfNoExperiment() {
    for (String parameters : List.of("&ranker=bm25", "&sort=price_asc", "&ranker=feedback")) {
      for (int i = 0; i < 10; i++) {
        search(parameters + "&user=u-" + i);
      }
    }
    assertThat(log.impressions()).hasSize(30).allMatch(shown -> shown.experiment() == null);
  }
}
