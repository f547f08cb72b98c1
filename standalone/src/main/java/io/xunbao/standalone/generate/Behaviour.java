package io.xunbao.standalone.generate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What generated shoppers do: searches, impressions of a weak ranker's lists, and clicks, carts and
 * purchases from the click model.
 */
final class Behaviour {
  private static final int SHOWN = 20;
  private static final Duration HISTORY = Duration.ofDays(14);
  private static final double CART_AFTER_CLICK = 0.18;
  private static final double BUY_AFTER_CART = 0.4;

  private final Vocabulary vocabulary;
  private final Map<Integer, List<SampleProduct>> byCategory = new TreeMap<>();
  private final ClickModel model;
  private final Chance chance;

  private final List<Map<String, Object>> events = new ArrayList<>();
  private final List<Map<String, Object>> impressions = new ArrayList<>();
  private final Map<String, SampleQuery> queries = new TreeMap<>();
  private final Map<String, Shopper> shoppers = new TreeMap<>();

  Behaviour(Vocabulary vocabulary, Catalogue catalogue, ClickModel model, Chance chance) {
    this.vocabulary = vocabulary;
    this.model = model;
    this.chance = chance;
    for (SampleProduct product : catalogue.products()) {
      byCategory.computeIfAbsent(product.category(), key -> new ArrayList<>()).add(product);
    }
  }

  /** Simulates the sessions of a number of new shoppers. */
  void simulate(int count, int sessionsEach) {
    for (int number = 1; number <= count; number++) {
      Shopper shopper = Shopper.draw(number, vocabulary, chance);
      shoppers.put(shopper.id(), shopper);
      for (int session = 0; session < sessionsEach; session++) {
        session(shopper);
      }
    }
    events.sort(Comparator.comparing(event -> String.valueOf(event.get("at"))));
    impressions.sort(Comparator.comparing(shown -> String.valueOf(shown.get("at"))));
  }

  /** Behaviour events of the data contract in order of time. */
  List<Map<String, Object>> events() {
    return List.copyOf(events);
  }

  List<Map<String, Object>> impressions() {
    return List.copyOf(impressions);
  }

  /** The shoppers by id. */
  Map<String, Shopper> shoppers() {
    return Map.copyOf(shoppers);
  }

  /** The distinct queries by their text. */
  Map<String, SampleQuery> queries() {
    return Map.copyOf(queries);
  }

  /** The products that a query's category holds. */
  List<SampleProduct> candidates(SampleQuery query) {
    return List.copyOf(byCategory.getOrDefault(query.category(), List.of()));
  }

  private void session(Shopper shopper) {
    int index = chance.weighted(shopper.categories());
    SampleQuery query = SampleQuery.draw(index, vocabulary.categories().get(index), chance);
    SampleQuery known = queries.putIfAbsent(query.text(), query);
    SampleQuery meant = known == null ? query : known;
    Instant at =
        ProductMaker.NOW.minus(Duration.ofMillis((long) (chance.uniform() * HISTORY.toMillis())));
    String session = String.format(Locale.ROOT, "gen-s-%06d", impressions.size());
    List<SampleProduct> shown = rank(meant);
    String impression = impression(shopper, meant, shown, at);
    Visit visit = new Visit(shopper, session, meant, impression);
    event(visit, "search", null, 0, at);
    for (int i = 0; i < shown.size(); i++) {
      SampleProduct product = shown.get(i);
      double attraction =
          model.attraction(
              meant.grade(product),
              shopper.taste(product, vocabulary.categories().get(product.category())),
              product.quality());
      if (chance.happens(model.examination(i + 1) * attraction)) {
        at = at.plusSeconds(chance.between(3, 60));
        event(visit, "click", product, i + 1, at);
        later(visit, product, i + 1, at);
      }
    }
  }

  private void later(Visit visit, SampleProduct product, int position, Instant clicked) {
    if (!chance.happens(CART_AFTER_CLICK)) {
      return;
    }
    event(visit, "cart", product, position, clicked.plusSeconds(chance.between(5, 120)));
    if (chance.happens(BUY_AFTER_CART)) {
      event(visit, "buy", product, position, clicked.plusSeconds(chance.between(200, 900)));
    }
  }

  /** A weak ranker: meets constraints half-heartedly, likes quality a little, and is noisy. */
  private List<SampleProduct> rank(SampleQuery query) {
    Map<SampleProduct, Double> scores = new LinkedHashMap<>();
    for (SampleProduct product : byCategory.getOrDefault(query.category(), List.of())) {
      scores.put(
          product, 0.8 * query.grade(product) + 0.3 * product.quality() + 0.7 * chance.gaussian());
    }
    return scores.entrySet().stream()
        .sorted(Map.Entry.<SampleProduct, Double>comparingByValue().reversed())
        .limit(SHOWN)
        .map(Map.Entry::getKey)
        .toList();
  }

  private String impression(
      Shopper shopper, SampleQuery query, List<SampleProduct> shown, Instant at) {
    String id = String.format(Locale.ROOT, "gen-i-%06d", impressions.size());
    List<Map<String, Object>> products = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      Map<String, Object> place = new LinkedHashMap<>();
      place.put("product", shown.get(i).id());
      place.put("position", i + 1);
      place.put("propensity", model.examination(i + 1));
      place.put("features", List.of());
      products.add(place);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("user", shopper.id());
    fields.put("query", query.text());
    fields.put("understood", query.text());
    fields.put("at", at.toString());
    fields.put("snapshot", "generated");
    fields.put("ranker", "generated");
    fields.put("items", products);
    impressions.add(fields);
    return id;
  }

  private void event(
      Visit visit, String type, @Nullable SampleProduct product, int position, Instant at) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", String.format(Locale.ROOT, "gen-e-%07d", events.size()));
    fields.put("user", visit.shopper().id());
    fields.put("session", visit.session());
    fields.put("type", type);
    if (product != null) {
      fields.put("product", product.id());
      fields.put("position", position);
    }
    fields.put("query", visit.query().text());
    fields.put("impression", visit.impression());
    fields.put("at", at.toString());
    events.add(fields);
  }

  private record Visit(Shopper shopper, String session, SampleQuery query, String impression) {}
}
