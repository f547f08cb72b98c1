package io.xunbao.queryapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.queryapi.recommend.RecommendRequest;
import io.xunbao.queryapi.recommend.Recommendations.Item;
import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.interest.Blends;
import io.xunbao.ranker.interest.Blends.Kind;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.InterestFiles;
import io.xunbao.ranker.interest.InterestModel;
import io.xunbao.ranker.interest.ProfileSource;
import io.xunbao.ranker.model.FollowedModel;
import io.xunbao.ranker.model.ModelDraft;
import io.xunbao.ranker.model.ModelRegistry;
import io.xunbao.ranker.recommend.Action;
import io.xunbao.ranker.recommend.BlendTraining;
import io.xunbao.ranker.recommend.History;
import io.xunbao.ranker.recommend.ItemCatalogue;
import io.xunbao.ranker.recommend.ItemScorer;
import io.xunbao.ranker.recommend.ProductFacts;
import io.xunbao.ranker.recommend.ServedScorer;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is served is what is evaluated: the same products in the same order, the same scores. */
class ServedBlendTest {
  private static final int PRODUCTS = 24;
  private static final int SHOPPERS = 30;
  private static final int KINDS = 4;
  private static final int DAYS = 5;
  private static final Instant FIRST = Instant.parse("2026-11-20T08:00:00Z");

  @TempDir Path folder;
  private PublishedProducts index;
  private IndexSearchService service;
  private List<BehaviourEvent> events = List.of();
  private InterestModel model = InterestModel.NONE;

  private void open(RandomGenerator random) throws IOException {
    index = new PublishedProducts(folder.resolve("index"));
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < PRODUCTS; i++) {
      products.add(TestProduct.of(id(i), "产品" + (100 + i)).brand("品牌" + i % KINDS).build());
    }
    index.publish(products);
    events = events(random);
    Blends blends = new BlendTraining(facts(), ZoneOffset.UTC).train(events);
    assertThat(blends.weights()).containsOnlyKeys(Kind.values());
    model = InterestModel.of(events, EventWeights.defaults()).withBlends(blends);
    service = IndexSearchService.open(folder.resolve("index"), Duration.ofDays(1), models());
  }

  private SearchModels models() throws IOException {
    ModelRegistry registry =
        new ModelRegistry(folder.resolve("models"), Clock.systemUTC(), Map.of());
    ModelDraft draft =
        new ModelDraft(
            InterestModel.KIND,
            InterestFiles.FORMAT,
            "test",
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            InterestFiles.write(model));
    registry.promote(InterestModel.KIND, registry.register(draft).card().version());
    return new SearchModels(
        null,
        null,
        new FollowedModel<>(registry, InterestModel.KIND, InterestFiles::load),
        ProfileSource.NONE,
        null);
  }

  @AfterEach
  void close() throws IOException {
    service.close();
    index.close();
  }

  private static String id(int product) {
    return "p-" + product;
  }

  private static ProductFacts facts() {
    Map<String, String> categories = new LinkedHashMap<>();
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (int i = 0; i < PRODUCTS; i++) {
      categories.put(id(i), "kind-" + i % KINDS);
      texts.put(id(i), List.of("kind" + i % KINDS, "n" + i % 5, "m" + i));
    }
    return new ProductFacts(categories, texts);
  }

  /** Each shopper mostly looks at products of one kind, and comes back to some. */
  private static List<BehaviourEvent> events(RandomGenerator random) {
    List<BehaviourEvent> events = new ArrayList<>();
    for (int user = 0; user < SHOPPERS; user++) {
      for (int day = 0; day < DAYS; day++) {
        Instant at = FIRST.plus(Duration.ofDays(day)).plusSeconds(60L * user);
        int actions = 2 + random.nextInt(3);
        for (int i = 0; i < actions; i++) {
          int any = random.nextInt(PRODUCTS);
          int product = random.nextInt(10) < 8 ? any / KINDS * KINDS + user % KINDS : any;
          EventType type = random.nextInt(5) == 0 ? EventType.CART : EventType.CLICK;
          events.add(
              BehaviourEvent.of(
                  "e" + events.size(), "u" + user, type, id(product), at.plusSeconds(7L * i)));
        }
      }
    }
    return events;
  }

  private static ItemCatalogue items() {
    Map<String, String> categoryOf = new LinkedHashMap<>();
    IntStream.range(0, PRODUCTS).forEach(i -> categoryOf.put(id(i), ""));
    return new ItemCatalogue(categoryOf);
  }

  private History history(String user) {
    ItemCatalogue items = items();
    List<Action> actions = new ArrayList<>();
    for (BehaviourEvent event : events) {
      String product = event.product();
      if (event.user().equals(user) && product != null) {
        actions.add(new Action(items.number(product).orElseThrow(), event.type(), event.at()));
      }
    }
    return new History(actions, FIRST.plus(Duration.ofDays(DAYS)));
  }

  private ItemScorer evaluated(Kind kind) {
    return kind == Kind.TOGETHER
        ? ServedScorer.forBaskets(model.blends().blend(kind).orElseThrow(), items())
        : ServedScorer.forShoppers(model.blends().blend(kind).orElseThrow(), items());
  }

  /** The evaluated scores over 0, but for some products, the best first. */
  private static List<Map.Entry<String, Float>> best(float[] scores, Set<String> without) {
    return IntStream.range(0, scores.length)
        .filter(i -> scores[i] > 0 && !without.contains(id(i)))
        .mapToObj(i -> Map.entry(id(i), scores[i]))
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Float> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  private static void assertSame(List<Item> served, List<Map.Entry<String, Float>> evaluated) {
    int same = Math.min(served.size(), evaluated.size());
    assertThat(same).isPositive();
    for (int i = 0; i < same; i++) {
      Item item = served.get(i);
      assertThat(item.score())
          .as("place %d: served %s, evaluated %s", i, served, evaluated)
          .isCloseTo(evaluated.get(i).getValue(), within(1e-5));
    }
    for (Item item : served) {
      double sum = item.explanation().parts().stream().mapToDouble(ScoreExplanation::value).sum();
      assertThat(sum).isCloseTo(item.score(), within(1e-9));
    }
    Map<String, Float> scores = new LinkedHashMap<>();
    evaluated.forEach(e -> scores.put(e.getKey(), e.getValue()));
    served.stream()
        .limit(evaluated.size())
        .forEach(
            item ->
                assertThat(scores.getOrDefault(item.product().id(), -1f).doubleValue())
                    .isCloseTo(item.score(), within(1e-5)));
    double last = Double.POSITIVE_INFINITY;
    for (Item item : served) {
      assertThat(item.score()).isLessThanOrEqualTo(last);
      last = item.score();
    }
  }

  @Seeded
  @Test
  void recommend_toShoppers_isAsEvaluated(RandomGenerator random) throws IOException {
    open(random);
    for (int user = 0; user < SHOPPERS; user++) {
      History history = history("u" + user);
      assertSame(
          service.recommend(RecommendRequest.again("u" + user, PRODUCTS)).items(),
          best(evaluated(Kind.SEEN).score(history), Set.of()));
      Set<String> seen = new HashSet<>();
      for (int item : history.items()) {
        seen.add(id(item));
      }
      List<Item> fresh = service.recommend(RecommendRequest.personal("u" + user, PRODUCTS)).items();
      assertSame(fresh, best(evaluated(Kind.NEW).score(history), seen));
      assertThat(fresh).noneMatch(item -> seen.contains(item.product().id()));
    }
  }

  @Seeded
  @Test
  void recommend_toABasket_isAsEvaluated(RandomGenerator random) throws IOException {
    open(random);
    for (int i = 0; i < PRODUCTS; i++) {
      int other = (i + KINDS) % PRODUCTS;
      assertSame(
          service.recommend(RecommendRequest.together(List.of(id(i), id(other)), PRODUCTS)).items(),
          best(evaluated(Kind.TOGETHER).score(History.basket(i, other)), Set.of(id(i), id(other))));
    }
  }

  @Seeded
  @Test
  void recommend_fewerThanAsked_isFilledUpBehind(RandomGenerator random) throws IOException {
    open(random);
    List<Item> found = service.recommend(RecommendRequest.again("u1", PRODUCTS)).items();
    assertThat(found).hasSize(PRODUCTS);
    assertThat(found.stream().map(item -> item.product().id())).doesNotHaveDuplicates();
  }

  @Seeded
  @Test
  void recommend_somebodyNew_getsBestSellersAndIsTold(RandomGenerator random) throws IOException {
    open(random);
    assertThat(service.recommend(RecommendRequest.personal("nobody", 5)).degraded())
        .hasSize(1)
        .allSatisfy(missing -> assertThat(missing.step()).isEqualTo("user"));
  }
}
