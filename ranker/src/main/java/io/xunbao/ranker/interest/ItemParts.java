package io.xunbao.ranker.interest;

import io.xunbao.ranker.interest.InterestModel.Companion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was learned of products, apart from any shopper: sparse lists from a product to others, how
 * many took it, and its category.
 *
 * @param tables by part, lists by product id; a product that no list begins at has none
 * @param popularity how many histories a product is in, by id
 * @param categories the name of a product's category, by id; a product without one is left out
 * @param popular the {@value #LISTED} most popular products
 * @param bestOf the same of each category
 */
public record ItemParts(
    Map<BlendPart, Map<String, List<Companion>>> tables,
    Map<String, Double> popularity,
    Map<String, String> categories,
    List<Companion> popular,
    Map<String, List<Companion>> bestOf) {
  /** Products in a list of popular ones. */
  private static final int LISTED = 100;

  /** Nothing was learned. */
  public static final ItemParts NONE = of(Map.of(), Map.of(), Map.of());

  public ItemParts {
    Map<BlendPart, Map<String, List<Companion>>> copy = new LinkedHashMap<>();
    tables.forEach((part, table) -> copy.put(part, Collections.unmodifiableMap(table)));
    tables = Collections.unmodifiableMap(copy);
    popularity = Collections.unmodifiableMap(popularity);
    categories = Collections.unmodifiableMap(categories);
    popular = List.copyOf(popular);
    bestOf = Collections.unmodifiableMap(bestOf);
  }

  /** Counts the popular products of the whole and of each category. */
  public static ItemParts of(
      Map<BlendPart, Map<String, List<Companion>>> tables,
      Map<String, Double> popularity,
      Map<String, String> categories) {
    Map<String, List<Companion>> byCategory = new LinkedHashMap<>();
    List<Companion> all = new ArrayList<>();
    popularity.forEach(
        (product, count) -> {
          Companion one = new Companion(product, count);
          all.add(one);
          String category = categories.get(product);
          if (category != null) {
            byCategory.computeIfAbsent(category, c -> new ArrayList<>()).add(one);
          }
        });
    byCategory.replaceAll((category, products) -> strongest(products, LISTED));
    return new ItemParts(tables, popularity, categories, strongest(all, LISTED), byCategory);
  }

  /** The parts that have anything to say of some product. */
  public Set<BlendPart> known() {
    Set<BlendPart> known =
        EnumSet.of(BlendPart.REVISITS, BlendPart.REVISITS_SHORT, BlendPart.POPULARITY);
    known.addAll(tables.keySet());
    if (!categories.isEmpty()) {
      known.add(BlendPart.CATEGORY);
      known.add(BlendPart.CATEGORY_SHORT);
    }
    return known;
  }

  /** The same with the tables of some parts alone. */
  public ItemParts withTables(Set<BlendPart> kept) {
    Map<BlendPart, Map<String, List<Companion>>> some = new LinkedHashMap<>(tables);
    some.keySet().retainAll(kept);
    return new ItemParts(some, popularity, categories, popular, bestOf);
  }

  /** The first by weight, equal ones by id. */
  public static List<Companion> strongest(List<Companion> companions, int kept) {
    return companions.stream()
        .sorted(
            Comparator.comparingDouble(Companion::weight)
                .reversed()
                .thenComparing(Companion::product))
        .limit(kept)
        .toList();
  }
}
