package io.xunbao.benchmarks.embeddings;

import io.xunbao.ranker.blas.TunedBlas;
import io.xunbao.ranker.embed.Embedding;
import io.xunbao.ranker.embed.TextVectors;
import io.xunbao.ranker.embed.TfIdf;
import io.xunbao.ranker.embed.Vectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How alike one text of a list is to each of them. */
@FunctionalInterface
interface Similarities {
  /** Shape [texts]. */
  double[] of(int text);

  /** By the cosines of vectors made of word vectors; the common direction is that of the list. */
  static Similarities byVectors(Embedding words, List<List<String>> texts) {
    TextVectors vectors = TextVectors.fit(words, texts, TunedBlas.startJavaOnly());
    List<float[]> rows = texts.stream().map(vectors::vector).toList();
    return text -> rows.stream().mapToDouble(row -> Vectors.dot(rows.get(text), row)).toArray();
  }

  /** By the cosines of sparse vectors, over an inverted list of each word. */
  static Similarities byWords(TfIdf weights, List<List<String>> texts) {
    record Posting(int text, double weight) {}
    List<Map<String, Double>> rows = texts.stream().map(weights::vector).toList();
    Map<String, List<Posting>> postings = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      int text = i;
      rows.get(i)
          .forEach(
              (word, weight) ->
                  postings
                      .computeIfAbsent(word, name -> new ArrayList<>())
                      .add(new Posting(text, weight)));
    }
    return text -> {
      double[] sums = new double[texts.size()];
      rows.get(text)
          .forEach(
              (word, weight) ->
                  postings
                      .getOrDefault(word, List.of())
                      .forEach(other -> sums[other.text()] += weight * other.weight()));
      return sums;
    };
  }
}
