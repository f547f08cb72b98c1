package io.xunbao.ranker.interest;

import io.xunbao.ranker.interest.InterestModel.Companion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Products that the same shoppers took: cosine of their columns in the shopper-by-product matrix
 * (Sarwar et al. 2001, "Item-based collaborative filtering recommendation algorithms"). A pair that
 * only one shopper took counts little, so that one history does not pass for a habit of many.
 */
final class Together {
  private static final int KEPT = 20;

  /** Shoppers of a pair that are taken off before it counts: one alone is weak evidence. */
  private static final double DOUBT = 0.5;

  private Together() {}

  static Map<String, List<Companion>> of(Collection<UserProfile> users) {
    Map<String, Integer> shoppers = new HashMap<>();
    Map<String, Map<String, Integer>> pairs = new HashMap<>();
    for (UserProfile user : users) {
      List<String> products =
          user.lasting().entrySet().stream()
              .filter(e -> e.getValue() > 0)
              .map(Map.Entry::getKey)
              .toList();
      for (String a : products) {
        shoppers.merge(a, 1, Integer::sum);
        Map<String, Integer> with = pairs.computeIfAbsent(a, id -> new HashMap<>());
        for (String b : products) {
          if (!a.equals(b)) {
            with.merge(b, 1, Integer::sum);
          }
        }
      }
    }
    Map<String, List<Companion>> together = new HashMap<>();
    pairs.forEach((product, with) -> together.put(product, strongest(product, with, shoppers)));
    together.values().removeIf(List::isEmpty);
    return together;
  }

  private static List<Companion> strongest(
      String product, Map<String, Integer> with, Map<String, Integer> shoppers) {
    List<Companion> companions = new ArrayList<>();
    double own = shoppers.getOrDefault(product, 0);
    with.forEach(
        (other, count) ->
            companions.add(
                new Companion(
                    other, (count - DOUBT) / Math.sqrt(own * shoppers.getOrDefault(other, 0)))));
    companions.sort(
        Comparator.comparingDouble(Companion::weight).reversed().thenComparing(Companion::product));
    return List.copyOf(companions.subList(0, Math.min(KEPT, companions.size())));
  }
}
