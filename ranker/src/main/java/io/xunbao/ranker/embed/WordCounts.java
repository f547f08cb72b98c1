package io.xunbao.ranker.embed;

import io.xunbao.ranker.embed.Kinds.WordShares;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Counts how many products say each word. */
final class WordCounts {
  /** A word of one product says nothing of its kind. */
  private static final int LEAST = 2;

  private final Map<String, Integer> counts = new HashMap<>();
  private int products;

  /** Counts a product that says each of these words, which are distinct. */
  void add(Collection<String> words) {
    products++;
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
  }

  int products() {
    return products;
  }

  /** What was counted, without the words of a single product. */
  WordShares shares() {
    Map<String, Integer> kept = new HashMap<>();
    counts.forEach(
        (word, count) -> {
          if (count >= LEAST) {
            kept.put(word, count);
          }
        });
    return new WordShares(products, kept);
  }
}
