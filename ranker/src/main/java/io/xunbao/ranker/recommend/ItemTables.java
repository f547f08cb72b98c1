package io.xunbao.ranker.recommend;

import io.xunbao.ranker.interest.BlendPart;
import io.xunbao.ranker.interest.InterestModel.Companion;
import io.xunbao.ranker.interest.ItemParts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Learns what is stored of items: for each, its strongest others by several methods. */
final class ItemTables {
  /** Others kept an item. */
  private static final int KEPT = 50;

  /** The most items whose titles are compared with all others. */
  private static final int MOST_TITLES = 20_000;

  private static final double LAMBDA = 8;

  /** An item of one history is explained by that history alone. */
  private static final int FEWEST_HISTORIES = 2;

  private final TrainingData data;
  private final ItemCatalogue items;

  private ItemTables(TrainingData data) {
    this.data = data;
    this.items = data.items();
  }

  /**
   * Learns.
   *
   * @param texts the words of each item, by its number; empty where they are not known
   */
  static ItemParts of(TrainingData data, List<List<String>> texts) {
    ItemTables tables = new ItemTables(data);
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
    CommonHistories common = new CommonHistories(data);
    Map<String, List<Companion>> table = new LinkedHashMap<>();
    for (int item = 0; item < items.size(); item++) {
      put(table, item, common.cosines(item));
    }
    return table;
  }

  private Map<String, List<Companion>> linear() {
    LinearItems linear = new LinearItems(data, LAMBDA, FEWEST_HISTORIES);
    Map<String, List<Companion>> table = new LinkedHashMap<>();
    for (int item : linear.items()) {
      put(table, item, positive(linear.score(History.basket(item))));
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
        .forEach(item -> put(table, item, positive(titles.score(History.basket(item)))));
    return table;
  }

  private static Map<Integer, Double> positive(float[] scores) {
    Map<Integer, Double> positive = new LinkedHashMap<>();
    for (int item = 0; item < scores.length; item++) {
      if (scores[item] > 0) {
        positive.put(item, (double) scores[item]);
      }
    }
    return positive;
  }

  /** Six digits are kept, so that what is tuned is what is stored. */
  private void put(Map<String, List<Companion>> table, int item, Map<Integer, Double> others) {
    List<Companion> all = new ArrayList<>();
    others.forEach(
        (other, weight) -> {
          double rounded = Math.rint(weight * 1e6) / 1e6;
          if (other != item && rounded > 0) {
            all.add(new Companion(items.id(other), rounded));
          }
        });
    if (!all.isEmpty()) {
      table.put(items.id(item), ItemParts.strongest(all, KEPT));
    }
  }
}
