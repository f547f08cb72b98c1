package io.xunbao.ranker.embed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Sparse vectors of texts: (1 + ln tf) * ln((N + 1) / (df + 1)), of length 1. The baseline that
 * embeddings are compared with.
 */
public final class TfIdf {
  private final Map<String, Integer> documents = new HashMap<>();
  private final int size;

  public TfIdf(List<List<String>> texts) {
    for (List<String> text : texts) {
      new HashSet<>(text).forEach(word -> documents.merge(word, 1, Integer::sum));
    }
    size = texts.size();
  }

  /** The weights of a text's words; words that no text had weigh most. */
  public Map<String, Double> vector(List<String> text) {
    Map<String, Double> weights = new HashMap<>();
    text.forEach(word -> weights.merge(word, 1.0, Double::sum));
    weights.replaceAll((word, tf) -> (1 + Math.log(tf)) * idf(word));
    double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    if (length > 0) {
      weights.replaceAll((word, weight) -> weight / length);
    }
    return weights;
  }

  private double idf(String word) {
    return Math.log((size + 1.0) / (documents.getOrDefault(word, 0) + 1.0));
  }

  /** The cosine of two texts' vectors. */
  public double cosine(List<String> a, List<String> b) {
    Map<String, Double> other = vector(b);
    return vector(a).entrySet().stream()
        .mapToDouble(e -> e.getValue() * other.getOrDefault(e.getKey(), 0.0))
        .sum();
  }
}
