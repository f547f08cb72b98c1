package io.xunbao.queryapi.rank;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.FeedbackSettings;
import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.HitOrder;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.QuerySession;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.ranker.feature.UserSignals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A window ranked by words and by what a shopper likes: score = words / best words + 0.2 * share of
 * the brand + 0.1 * share of the category + 0.2 where the shopper has looked at the product. It
 * decides between hits that match about equally well, and needs no embedding. Somebody new is
 * ranked for by what all shoppers together like, with 0.1 each.
 */
public final class PersonalRanking implements Ranked {
  private static final int WINDOW = FeedbackSettings.DEFAULT.window();
  private final QuerySession session;
  private final float best;
  private final Map<String, Map<String, Double>> parts = new HashMap<>();
  private final List<Hit> hits;

  /**
   * What a share of one adds to a score whose words are at most 1.
   *
   * @param brand of the share of the brand
   * @param category of the share of the category
   * @param seen where the shopper has looked at the product
   */
  public record Weights(double brand, double category, double seen) {
    /** By what a shopper likes. */
    public static final Weights OWN = new Weights(0.2, 0.1, 0.2);

    /** By what all shoppers together like. */
    public static final Weights OF_ALL = new Weights(0.1, 0.1, 0.1);

    public Weights {
      if (!(brand >= 0 && category >= 0 && seen >= 0)) {
        throw new IllegalArgumentException(
            "weights must be >= 0, got " + brand + ", " + category + ", " + seen);
      }
    }
  }

  /** What the parts of a score are called. */
  private record Reasons(String brand, String category, String seen) {
    static final Reasons OWN =
        new Reasons("a brand you like", "a kind of product you like", "what you looked at");
    static final Reasons OF_ALL =
        new Reasons("a brand in demand", "a kind of product in demand", "popular now");
  }

  private PersonalRanking(
      ProductSearcher searcher,
      QuerySession session,
      Taste taste,
      Reasons reasons,
      List<Hit> agreed,
      Weights weights)
      throws IOException {
    this.session = session;
    int end = Math.min(WINDOW, agreed.size());
    float most = Float.MIN_NORMAL;
    for (Hit hit : agreed.subList(0, end)) {
      most = Math.max(most, hit.score());
    }
    this.best = most;
    List<Hit> ranked = new ArrayList<>();
    for (Hit hit : agreed.subList(0, end)) {
      Map<String, Double> added = added(taste, reasons, searcher.product(hit), weights);
      parts.put(hit.id(), added);
      double sum = added.values().stream().mapToDouble(Double::doubleValue).sum();
      float score = (float) (hit.score() / best + sum);
      ranked.add(new Hit(hit.id(), hit.document(), score, hit.key()));
    }
    List<Hit> sorted = HitOrder.byScore(ranked);
    sorted.addAll(agreed.subList(end, agreed.size()));
    hits = List.copyOf(sorted);
  }

  /**
   * Ranks hits.
   *
   * @param context with a taste, of the shopper or of all
   * @param agreed the window, and whatever follows it
   */
  public static PersonalRanking of(
      ProductSearcher searcher, QuerySession session, RankingContext context, List<Hit> agreed)
      throws IOException {
    return of(
        searcher, session, context, agreed, context.taste() == null ? Weights.OF_ALL : Weights.OWN);
  }

  /** The same under weights to try. */
  public static PersonalRanking of(
      ProductSearcher searcher,
      QuerySession session,
      RankingContext context,
      List<Hit> agreed,
      Weights weights)
      throws IOException {
    Taste own = context.taste();
    return own == null
        ? new PersonalRanking(
            searcher,
            session,
            Objects.requireNonNull(context.prior(), "taste"),
            Reasons.OF_ALL,
            agreed,
            weights)
        : new PersonalRanking(searcher, session, own, Reasons.OWN, agreed, weights);
  }

  private static Map<String, Double> added(
      Taste taste, Reasons reasons, Product product, Weights weights) {
    UserSignals signals = taste.signals(product, Double.NaN);
    Map<String, Double> added = new LinkedHashMap<>();
    added.put(reasons.brand(), weights.brand() * signals.brand());
    added.put(reasons.category(), weights.category() * signals.category());
    added.put(reasons.seen(), taste.products().contains(product.id()) ? weights.seen() : 0);
    added.values().removeIf(value -> value == 0);
    return added;
  }

  @Override
  public List<Hit> hits() {
    return hits;
  }

  @Override
  public Optional<ScoreExplanation> explain(Hit hit) throws IOException {
    Map<String, Double> added = parts.get(hit.id());
    if (added == null) {
      return Optional.empty();
    }
    ScoreExplanation words = session.explain(hit).times(1 / best);
    List<ScoreExplanation> all = new ArrayList<>();
    all.add(new ScoreExplanation("words beside the best", words.value(), words.parts()));
    added.forEach((reason, value) -> all.add(new ScoreExplanation(reason, value, List.of())));
    return Optional.of(new ScoreExplanation("words and taste", hit.score(), all));
  }
}
