package io.xunbao.queryapi.recommend;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.Deadline;
import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.ProductQuery;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.queryapi.rank.RankingContext;
import io.xunbao.queryapi.rank.Taste;
import io.xunbao.queryapi.recommend.Recommendations.Item;
import io.xunbao.queryapi.recommend.Recommendations.Missing;
import io.xunbao.queryapi.vectors.SnapshotVectors;
import io.xunbao.ranker.embed.BestRows.Found;
import io.xunbao.ranker.embed.Vectors;
import io.xunbao.ranker.feature.UserSignals;
import io.xunbao.ranker.interest.Blends.Kind;
import io.xunbao.ranker.interest.ItemBlend;
import io.xunbao.ranker.interest.UserProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recommends products of one snapshot. Where the model of interests holds a blend, its parts and
 * tuned weights decide, and what else is known fills up behind. Else candidates come from
 * neighbours of directions, companions of products and best sellers, each with a sum of named parts
 * whose weights are fixed.
 */
public final class Recommender {
  private static final int CANDIDATES = 100;
  private static final String DEADLINE = "deadline";

  /** Products of one category among the best sellers that a new shopper sees. */
  private static final int SAME_CATEGORY = 2;

  private static final double LIKENESS = 1;
  private static final double TOGETHER = 2;
  private static final double AFFINITY = 0.3;
  private static final double PRICE = 0.1;
  private static final double POPULARITY = 0.2;

  /** Half of it already puts a product above every best seller. */
  private static final double NOW = 0.4;

  private final ProductSearcher searcher;
  private final String snapshot;
  private final RankingContext context;
  private final Learned learned;
  private final List<Missing> missing = new ArrayList<>();
  private final Deadline deadline;
  private @Nullable BitSet onSale;

  /**
   * @param context vectors and the shopper's taste, as far as they are known
   * @param learned what behaviour taught
   * @param deadline after it no more neighbours are looked for, and the answer says so
   */
  public Recommender(
      ProductSearcher searcher,
      String snapshot,
      RankingContext context,
      Learned learned,
      Deadline deadline) {
    this.searcher = searcher;
    this.snapshot = snapshot;
    this.context = context;
    this.learned = learned;
    this.deadline = deadline;
  }

  /** Products of the request's kind; best sellers where nothing better is known. */
  public Recommendations recommend(RecommendRequest request) throws IOException {
    int size = request.size();
    List<Item> items =
        switch (request.kind()) {
          case PERSONAL -> forShopper(Kind.NEW, size);
          case AGAIN -> forShopper(Kind.SEEN, size);
          case SIMILAR -> similar(request.products(), size);
          case TOGETHER -> forBasket(request.products(), size);
        };
    return new Recommendations(snapshot, items, missing);
  }

  private List<Item> forShopper(Kind kind, int size) throws IOException {
    Set<String> known = kind == Kind.SEEN ? Set.of() : products(learned.profile());
    List<Item> best = blended(kind, learned.profile(), known, size);
    return best.size() == size
        ? best
        : behind(best, personal(known, size + best.size(), best.isEmpty()), size);
  }

  private List<Item> forBasket(List<String> products, int size) throws IOException {
    List<Item> best =
        blended(Kind.TOGETHER, UserProfile.basket(products), Set.copyOf(products), size);
    return best.size() == size
        ? best
        : behind(best, together(products, size + best.size(), best.isEmpty()), size);
  }

  private static Set<String> products(UserProfile profile) {
    Set<String> products = new LinkedHashSet<>(profile.recent().keySet());
    products.addAll(profile.lasting().keySet());
    return products;
  }

  /** Empty where the model has no blend of the kind, or the blend knows nothing of the profile. */
  private List<Item> blended(Kind kind, UserProfile profile, Set<String> without, int size)
      throws IOException {
    Optional<ItemBlend> blend = learned.blend(kind);
    return blend.isEmpty() || profile.isEmpty()
        ? List.of()
        : new BlendedProducts(searcher, onSale()).best(blend.get(), profile, without, size);
  }

  /** Fills up: the others keep their order and the shares of their parts, below the best. */
  private static List<Item> behind(List<Item> best, List<Item> others, int size) {
    if (best.isEmpty() || others.isEmpty()) {
      return List.copyOf((best.isEmpty() ? others : best).stream().limit(size).toList());
    }
    Set<String> there = new LinkedHashSet<>();
    best.forEach(item -> there.add(item.product().id()));
    double most = others.getFirst().score();
    double factor = most > 0 ? best.getLast().score() / most / 2 : 1;
    List<Item> all = new ArrayList<>(best);
    others.stream()
        .filter(item -> there.add(item.product().id()))
        .limit(size - best.size())
        .forEach(item -> all.add(times(item, factor)));
    return all;
  }

  private static Item times(Item item, double factor) {
    ScoreExplanation scaled = item.explanation().times(factor);
    return new Item(item.product(), scaled.value(), scaled);
  }

  private List<Item> personal(Set<String> known, int size, boolean alone) throws IOException {
    Taste taste = context.taste();
    if (taste == null || taste.isEmpty()) {
      if (alone) {
        missing.add(new Missing("user", "nothing is known of this shopper: best sellers"));
      }
      return bestSellers(size);
    }
    Candidates found = new Candidates(known);
    double share = 1.0 / Math.max(1, taste.interests().size());
    for (float[] direction : taste.interests()) {
      near(found, direction, "what you looked at", LIKENESS * share);
    }
    for (String product : taste.products()) {
      learned
          .companions(product)
          .forEach(c -> found.add(c.product(), "taken with what you looked at", c.weight()));
    }
    popular(found);
    return found.items(size, taste);
  }

  private List<Item> similar(List<String> products, int size) throws IOException {
    Candidates found = new Candidates(products);
    for (String product : products) {
      float[] vector = vector(product);
      if (!Vectors.isZero(vector)) {
        near(found, vector, "likeness in meaning", LIKENESS);
      }
    }
    if (found.isEmpty()) {
      if (!deadline.passed()) {
        missing.add(new Missing("vectors", "no embedding knows this product: best sellers"));
      }
      popular(found);
    }
    return found.items(size, null);
  }

  private List<Item> together(List<String> products, int size, boolean alone) throws IOException {
    Candidates found = new Candidates(products);
    for (String product : products) {
      learned
          .companions(product)
          .forEach(c -> found.add(c.product(), "taken together", TOGETHER * c.weight()));
    }
    if (found.isEmpty() && alone) {
      missing.add(new Missing("together", "nobody took anything with this: similar products"));
    }
    for (String product : products) {
      float[] vector = vector(product);
      if (!Vectors.isZero(vector)) {
        near(found, vector, "likeness in meaning", LIKENESS / products.size());
      }
    }
    if (found.isEmpty()) {
      popular(found);
    }
    return found.items(size, null);
  }

  private float[] vector(String product) throws IOException {
    SnapshotVectors vectors = context.vectors();
    OptionalInt document = searcher.document(product);
    return vectors == null || document.isEmpty()
        ? new float[0]
        : vectors.rows(new int[] {document.getAsInt()}).values();
  }

  private void near(Candidates found, float[] direction, String reason, double weight)
      throws IOException {
    SnapshotVectors vectors = context.vectors();
    if (vectors == null || isLate()) {
      return;
    }
    for (Found near : vectors.nearest(direction, CANDIDATES, onSale())) {
      found.add(searcher.id(near.row()), reason, weight * near.cosine());
    }
  }

  /** Each search for neighbours reads all vectors: the one step that takes time. */
  private boolean isLate() {
    boolean late = deadline.passed();
    if (late && missing.stream().noneMatch(m -> m.step().equals(DEADLINE))) {
      missing.add(
          new Missing(DEADLINE, "it passed before all neighbours were looked for: what was found"));
    }
    return late;
  }

  /** Every search for neighbours asks for them, and to find them is a walk over the snapshot. */
  private BitSet onSale() throws IOException {
    BitSet known = onSale;
    if (known == null) {
      known = searcher.session(ProductQuery.of("", 1)).admitted();
      onSale = known;
    }
    return known;
  }

  private void popular(Candidates found) throws IOException {
    List<Hit> best = searcher.session(ProductQuery.of("", CANDIDATES)).retrieve().hits();
    for (int i = 0; i < best.size(); i++) {
      double share = 1 - i / (double) best.size();
      found.add(best.get(i).id(), "popularity", POPULARITY * share);
    }
  }

  private List<Item> bestSellers(int size) throws IOException {
    Candidates found = new Candidates(List.of());
    popular(found);
    Taste prior = context.prior();
    if (prior != null) {
      prior.shares().forEach((product, share) -> found.add(product, "popular now", NOW * share));
    }
    Map<String, Integer> shown = new LinkedHashMap<>();
    List<Item> varied = new ArrayList<>();
    for (Item item : found.items(CANDIDATES, null)) {
      String category =
          item.product().category().isEmpty() ? "" : item.product().category().getLast();
      if (varied.size() < size
          && (category.isEmpty() || shown.merge(category, 1, Integer::sum) <= SAME_CATEGORY)) {
        varied.add(item);
      }
    }
    return varied;
  }

  /** Products with the parts of their scores. */
  private final class Candidates {
    private final Set<String> without;
    private final Map<String, Map<String, Double>> parts = new LinkedHashMap<>();

    Candidates(Collection<String> without) {
      this.without = Set.copyOf(without);
    }

    boolean isEmpty() {
      return parts.isEmpty();
    }

    void add(String product, String reason, double value) {
      if (!without.contains(product)) {
        parts
            .computeIfAbsent(product, id -> new LinkedHashMap<>())
            .merge(reason, value, Double::sum);
      }
    }

    List<Item> items(int size, @Nullable Taste taste) throws IOException {
      BitSet admitted = onSale();
      List<Item> items = new ArrayList<>();
      for (Map.Entry<String, Map<String, Double>> entry : parts.entrySet()) {
        OptionalInt document = searcher.document(entry.getKey());
        if (document.isPresent() && admitted.get(document.getAsInt())) {
          items.add(item(searcher.product(document.getAsInt()), entry.getValue(), taste));
        }
      }
      items.sort(
          Comparator.comparingDouble(Item::score)
              .reversed()
              .thenComparing(item -> item.product().id()));
      return List.copyOf(items.subList(0, Math.min(size, items.size())));
    }

    private Item item(Product product, Map<String, Double> known, @Nullable Taste taste) {
      Map<String, Double> all = new LinkedHashMap<>(known);
      if (taste != null) {
        UserSignals signals = taste.signals(product, Double.NaN);
        all.put("a brand you like", AFFINITY * signals.brand());
        all.put("a kind of product you like", AFFINITY * signals.category());
        all.put("your price level", PRICE * orZero(signals.priceFit()));
      }
      all.values().removeIf(value -> value == 0);
      List<ScoreExplanation> explained = new ArrayList<>();
      all.forEach((reason, v) -> explained.add(new ScoreExplanation(reason, v, List.of())));
      double score = all.values().stream().mapToDouble(Double::doubleValue).sum();
      return new Item(product, score, new ScoreExplanation("recommendation", score, explained));
    }

    private static double orZero(double value) {
      return Double.isNaN(value) ? 0 : value;
    }
  }
}
