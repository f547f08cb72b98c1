package io.xunbao.ranker.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Items by number, each with its category. Immutable. */
public final class ItemCatalogue {
  private final List<String> ids;
  private final int[] categories;
  private final Map<String, Integer> numbers;
  private final List<String> categoryNames;

  /**
   * @param categoryOf by item id, in the order of numbers; the empty string where it is unknown
   */
  public ItemCatalogue(Map<String, String> categoryOf) {
    ids = List.copyOf(new ArrayList<>(categoryOf.keySet()));
    categories = new int[ids.size()];
    numbers = HashMap.newHashMap(ids.size());
    Map<String, Integer> known = new LinkedHashMap<>();
    for (int i = 0; i < categories.length; i++) {
      numbers.put(ids.get(i), i);
      String category = categoryOf.getOrDefault(ids.get(i), "");
      categories[i] = known.computeIfAbsent(category, c -> known.size());
    }
    categoryNames = List.copyOf(known.keySet());
  }

  public int size() {
    return categories.length;
  }

  public String id(int item) {
    return ids.get(item);
  }

  public List<String> ids() {
    return ids;
  }

  public OptionalInt number(String id) {
    Integer number = numbers.get(id);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** The number of the item's category, below {@link #categoryCount}. */
  public int category(int item) {
    return categories[item];
  }

  int categoryCount() {
    return categoryNames.size();
  }

  /** The name of the item's category; the empty string where it is unknown. */
  String categoryName(int item) {
    return categoryNames.get(categories[item]);
  }
}
