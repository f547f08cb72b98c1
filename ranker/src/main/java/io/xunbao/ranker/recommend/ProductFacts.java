package io.xunbao.ranker.recommend;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a catalogue says of products beside behaviour.
 *
 * @param categories the name of a product's category, by id
 * @param texts the words of a product's title, by id
 */
public record ProductFacts(Map<String, String> categories, Map<String, List<String>> texts) {
  /** Behaviour alone. */
  public static final ProductFacts NONE = new ProductFacts(Map.of(), Map.of());

  public ProductFacts {
    categories = Collections.unmodifiableMap(categories);
    texts = Collections.unmodifiableMap(texts);
  }

  /** Items keep their numbers; those that only the catalogue knows follow. */
  ItemCatalogue with(ItemCatalogue touched) {
    Map<String, String> categoryOf = new LinkedHashMap<>();
    for (int item = 0; item < touched.size(); item++) {
      String id = touched.id(item);
      categoryOf.put(id, categories.getOrDefault(id, touched.categoryName(item)));
    }
    texts.keySet().forEach(id -> categoryOf.putIfAbsent(id, categories.getOrDefault(id, "")));
    return new ItemCatalogue(categoryOf);
  }

  /** The words of each item, by its number; empty where no texts are known. */
  List<List<String>> of(ItemCatalogue items) {
    return texts.isEmpty()
        ? List.of()
        : items.ids().stream().map(id -> texts.getOrDefault(id, List.of())).toList();
  }
}
