package io.xunbao.queryapi.recommend;

import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.queryapi.recommend.Recommendations.Item;
import io.xunbao.ranker.interest.BlendPart;
import io.xunbao.ranker.interest.ItemBlend;
import io.xunbao.ranker.interest.UserProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The products of a snapshot that a stored blend recommends, as it is evaluated. */
final class BlendedProducts {
  private final ProductSearcher searcher;
  private final BitSet onSale;

  private record Scored(String product, double score) {}

  BlendedProducts(ProductSearcher searcher, BitSet onSale) {
    this.searcher = searcher;
    this.onSale = onSale;
  }

  /**
   * The best by score, equal ones by id; none where no part but popularity knows anything of the
   * profile, for then there are better ways to answer.
   *
   * @param without what is not to be recommended
   */
  List<Item> best(ItemBlend blend, UserProfile profile, Set<String> without, int size)
      throws IOException {
    Map<String, Map<BlendPart, Double>> scores = new HashMap<>(blend.score(profile));
    boolean informed =
        scores.values().stream()
            .anyMatch(parts -> parts.keySet().stream().anyMatch(p -> p != BlendPart.POPULARITY));
    scores.keySet().removeAll(without);
    List<Scored> ranked = informed ? ranked(scores) : List.of();
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < ranked.size() && items.size() < size; i++) {
      Scored scored = ranked.get(i);
      OptionalInt document = searcher.document(scored.product());
      if (document.isPresent() && onSale.get(document.getAsInt())) {
        items.add(
            new Item(
                searcher.product(document.getAsInt()),
                scored.score(),
                explanation(scored, scores.getOrDefault(scored.product(), Map.of()))));
      }
    }
    return items;
  }

  private static List<Scored> ranked(Map<String, Map<BlendPart, Double>> scores) {
    return scores.entrySet().stream()
        .map(e -> new Scored(e.getKey(), ItemBlend.total(e.getValue())))
        .filter(scored -> scored.score() > 0)
        .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::product))
        .toList();
  }

  private static ScoreExplanation explanation(Scored scored, Map<BlendPart, Double> parts) {
    List<ScoreExplanation> explained = new ArrayList<>();
    parts.forEach(
        (part, value) -> explained.add(new ScoreExplanation(reason(part), value, List.of())));
    return new ScoreExplanation("recommendation", scored.score(), explained);
  }

  private static String reason(BlendPart part) {
    return switch (part) {
      case REVISITS -> "you looked at it before";
      case REVISITS_SHORT -> "you looked at it just now";
      case CATEGORY -> "a kind of product that you like, or have";
      case CATEGORY_SHORT -> "a kind of product that you look at now";
      case NEIGHBOURS -> "taken by the same shoppers";
      case LINEAR -> "goes with it";
      case TITLES -> "a title like it";
      case POPULARITY -> "popularity";
    };
  }
}
