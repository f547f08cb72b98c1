package io.xunbao.ranker.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Generated baskets of known structure: items 0-9 go together, and so do 10-19. */
final class Shops {
  static final int ITEMS = 20;

  private Shops() {}

  static ItemCatalogue items() {
    Map<String, String> categoryOf = new LinkedHashMap<>();
    for (int i = 0; i < ITEMS; i++) {
      categoryOf.put("i" + i, i < 10 ? "tea" : "phones");
    }
    return new ItemCatalogue(categoryOf);
  }

  static List<int[]> baskets(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<int[]> baskets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int base = random.nextInt(2) * 10;
      baskets.add(random.ints(4, base, base + 10).distinct().toArray());
    }
    return baskets;
  }

  static TrainingData data() {
    return new TrainingData(items(), baskets(200, 1).stream().map(History::basket).toList());
  }

  static List<List<String>> texts() {
    List<List<String>> texts = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      texts.add(i < 10 ? List.of("green", "tea", "n" + i) : List.of("smart", "phone", "n" + i));
    }
    return texts;
  }
}
