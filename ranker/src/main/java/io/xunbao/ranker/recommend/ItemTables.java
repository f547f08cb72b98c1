package io.xunbao.ranker.recommend;

import io.xunbao.ranker.interest.BlendPart;
import io.xunbao.ranker.interest.InterestModel.Companion;
import io.xunbao.ranker.interest.ItemParts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Learns what is stored of items: for each, its strongest others by several methods. */
final class ItemTables {
  /** Others kept an item. */
  private static final int KEPT = 50;

  /** The same of the linear model, where what speaks against an item counts as well. */
  private static final int KEPT_LINEAR = 200;

  /** The most items whose titles are compared with all others. */
  private static final int MOST_TITLES = 20_000;

  private static final double LAMBDA = 8;

  private final TrainingData data;
  private final ItemCatalogue items;
  private final Settings settings;

  /**
   * How much evidence is asked for.
   *
   * @param fewest histories that an item must be in to take part in the linear model
   * @param doubt histories of a pair that are taken off before it counts as neighbours
   */
  record Settings(int fewest, double doubt) {}

  private ItemTables(TrainingData data, Settings settings) {
    this.data = data;
    this.settings = settings;
    this.items = data.items();
  }

  /**
   * Learns.
   *
   * @param texts the words of each item, by its number; empty where they are not known
   */
  static ItemParts of(TrainingData data, List<List<String>> texts, Settings settings) {
    ItemTables tables = new ItemTables(data, settings);
    float[] counts = new Popularity(data).score(History.basket());
    Map<BlendPart, Map<String, List<Companion>>> learned = new EnumMap<>(BlendPart.class);
    learned.put(BlendPart.NEIGHBOURS, tables.neighbours());
    learned.put(BlendPart.LINEAR, tables.linear());
    if (!texts.isEmpty()) {
      learned.put(BlendPart.TITLES, tables.titles(texts, counts));
    }
    learned.values().removeIf(Map::isEmpty);
    return ItemParts.of(learned, tables.popularity(counts), tables.categories());
  }

  private Map<String, Double> popularity(float[] counts) {
    Map<String, Double> popularity = new LinkedHashMap<>();
    for (int item = 0; item < counts.length; item++) {
      if (counts[item] > 0) {
        popularity.put(items.id(item), (double) counts[item]);
      }
    }
    return popularity;
  }

  private Map<String, String> categories() {
    Map<String, String> categories = new LinkedHashMap<>();
    for (int item = 0; item < items.size(); item++) {
      if (!items.categoryName(item).isEmpty()) {
        categories.put(items.id(item), items.categoryName(item));
      }
    }
    return categories;
  }

  private Map<String, List<Companion>> neighbours() {
    CommonHistories common = new CommonHistories(data, settings.doubt());
    Map<String, List<Companion>> table = new LinkedHashMap<>();
    for (int item = 0; item < items.size(); item++) {
      put(table, item, KEPT, common.cosines(item));
    }
    return table;
  }

  private Map<String, List<Companion>> linear() {
    LinearItems linear = new LinearItems(data, LAMBDA, settings.fewest());
    Map<String, List<Companion>> table = new LinkedHashMap<>();
    for (int item : linear.items()) {
      put(table, item, KEPT_LINEAR, known(linear.score(History.basket(item))));
    }
    return table;
  }

  private Map<String, List<Companion>> titles(List<List<String>> texts, float[] counts) {
    TitleSimilarity titles = new TitleSimilarity(texts);
    Map<String, List<Companion>> table = new LinkedHashMap<>();
    IntStream.range(0, counts.length)
        .filter(item -> counts[item] > 0)
        .boxed()
        .sorted((a, b) -> Float.compare(counts[b], counts[a]))
        .limit(MOST_TITLES)
        .forEach(item -> put(table, item, KEPT, known(titles.score(History.basket(item)))));
    return table;
  }

  private static Map<Integer, Double> known(float[] scores) {
    Map<Integer, Double> known = new LinkedHashMap<>();
    for (int item = 0; item < scores.length; item++) {
      if (scores[item] != 0) {
        known.put(item, (double) scores[item]);
      }
    }
    return known;
  }

  /** Six digits are kept, so that what is tuned is what is stored. */
  private void put(
      Map<String, List<Companion>> table, int item, int kept, Map<Integer, Double> others) {
    List<Companion> all = new ArrayList<>();
    others.forEach(
        (other, weight) -> {
          double rounded = Math.rint(weight * 1e6) / 1e6;
          if (other != item && rounded != 0) {
            all.add(new Companion(items.id(other), rounded));
          }
        });
    if (!all.isEmpty()) {
      all.sort(
          Comparator.comparingDouble((Companion c) -> -Math.abs(c.weight()))
              .thenComparing(Companion::product));
      table.put(items.id(item), List.copyOf(all.subList(0, Math.min(kept, all.size()))));
    }
  }
}
