package io.xunbao.ranker.interest;

import io.xunbao.ranker.interest.InterestModel.Companion;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Scores products for a profile: a weighted sum of parts, each scaled so that its best product of
 * this profile has 1, for their values have no common unit. What serves and what is evaluated are
 * both this.
 *
 * @param weights by part, 0 or more; a part that is not named counts for nothing
 */
public record ItemBlend(ItemParts items, Map<BlendPart, Double> weights) {
  public ItemBlend {
    Objects.requireNonNull(items, "items");
    Map<BlendPart, Double> copy = new EnumMap<>(BlendPart.class);
    weights.forEach(
        (part, weight) -> {
          if (!(weight >= 0) || weight.isInfinite()) {
            throw new IllegalArgumentException(
                "the weight of " + part.key() + " must be >= 0, got " + weight);
          }
          copy.put(part, weight);
        });
    weights = copy;
  }

  /**
   * The parts of the scores of all products that any part knows, by id.
   *
   * @return parts that add up to the score; parts that are 0 are left out
   */
  public Map<String, Map<BlendPart, Double>> score(UserProfile profile) {
    Map<BlendPart, Map<String, Double>> values = new EnumMap<>(BlendPart.class);
    Map<String, Double> lasting = positive(profile.lasting());
    Map<String, Double> recent = positive(profile.recent());
    put(values, BlendPart.REVISITS, lasting);
    put(values, BlendPart.REVISITS_SHORT, recent);
    for (BlendPart part : items.tables().keySet()) {
      put(values, part, follow(items.tables().getOrDefault(part, Map.of()), lasting));
    }
    Map<String, Double> categories = affinities(lasting);
    Map<String, Double> now = affinities(recent);
    Set<String> candidates = new LinkedHashSet<>();
    values.values().forEach(found -> candidates.addAll(found.keySet()));
    if (weight(BlendPart.CATEGORY) > 0 || weight(BlendPart.CATEGORY_SHORT) > 0) {
      categories
          .keySet()
          .forEach(c -> addAll(items.bestOf().getOrDefault(c, List.of()), candidates));
      now.keySet().forEach(c -> addAll(items.bestOf().getOrDefault(c, List.of()), candidates));
    }
    if (weight(BlendPart.POPULARITY) > 0) {
      addAll(items.popular(), candidates);
    }
    put(values, BlendPart.CATEGORY, best(candidates, categories));
    put(values, BlendPart.CATEGORY_SHORT, best(candidates, now));
    put(values, BlendPart.POPULARITY, counts(candidates));
    return scaled(values);
  }

  /** The score that parts add up to. */
  public static double total(Map<BlendPart, Double> parts) {
    return parts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private double weight(BlendPart part) {
    return weights.getOrDefault(part, 0.0);
  }

  /** A part that weighs nothing brings no candidates. */
  private void put(
      Map<BlendPart, Map<String, Double>> values, BlendPart part, Map<String, Double> found) {
    if (weight(part) > 0) {
      values.put(part, found);
    }
  }

  private static void addAll(Collection<Companion> from, Set<String> to) {
    from.forEach(companion -> to.add(companion.product()));
  }

  private static Map<String, Double> positive(Map<String, Double> weights) {
    Map<String, Double> positive = new LinkedHashMap<>(weights);
    positive.values().removeIf(weight -> weight <= 0);
    return positive;
  }

  /** Each product's list, times the product's weight. */
  private static Map<String, Double> follow(
      Map<String, List<Companion>> table, Map<String, Double> from) {
    Map<String, Double> sums = new LinkedHashMap<>();
    from.forEach(
        (product, weight) -> {
          for (Companion companion : table.getOrDefault(product, List.of())) {
            sums.merge(companion.product(), weight * companion.weight(), Double::sum);
          }
        });
    return sums;
  }

  private Map<String, Double> affinities(Map<String, Double> products) {
    Map<String, Double> affinities = new HashMap<>();
    products.forEach(
        (product, weight) -> {
          String category = items.categories().get(product);
          if (category != null) {
            affinities.merge(category, weight, Double::sum);
          }
        });
    return affinities;
  }

  /** Affinity to the category * (1 + ln(1 + popularity)). */
  private Map<String, Double> best(Set<String> candidates, Map<String, Double> affinities) {
    Map<String, Double> values = new HashMap<>();
    for (String product : candidates) {
      String category = items.categories().get(product);
      double affinity = category == null ? 0 : affinities.getOrDefault(category, 0.0);
      if (affinity > 0) {
        values.put(
            product, affinity * (1 + Math.log1p(items.popularity().getOrDefault(product, 0.0))));
      }
    }
    return values;
  }

  private Map<String, Double> counts(Set<String> candidates) {
    Map<String, Double> counts = new HashMap<>();
    for (String product : candidates) {
      counts.put(product, items.popularity().getOrDefault(product, 0.0));
    }
    return counts;
  }

  private Map<String, Map<BlendPart, Double>> scaled(Map<BlendPart, Map<String, Double>> values) {
    Map<String, Map<BlendPart, Double>> scores = new LinkedHashMap<>();
    values.forEach(
        (part, found) -> {
          double most = found.values().stream().mapToDouble(v -> v).max().orElse(0);
          found.forEach(
              (product, value) -> {
                if (most > 0 && value != 0) {
                  scores
                      .computeIfAbsent(product, p -> new EnumMap<>(BlendPart.class))
                      .put(part, weight(part) * value / most);
                }
              });
        });
    return scores;
  }
}
