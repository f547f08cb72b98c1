package io.xunbao.ranker.recommend;

import java.util.Collections;
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
}
