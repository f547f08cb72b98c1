package io.xunbao.ranker.recommend;

import io.xunbao.ranker.embed.TfIdf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sum of squared TF-IDF cosines between an item's text and those of the history's items: works
 * for items that nobody has bought yet. Exact, by an inverted index of words.
 */
public final class TitleSimilarity implements ItemScorer {
  /** One item that has a word, with the word's weight in it. */
  private record Posting(int item, float weight) {}

  private final List<Map<String, Double>> vectors = new ArrayList<>();
  private final Map<String, List<Posting>> postings = new HashMap<>();

  /**
   * @param texts the words of each item, by its number
   */
  public TitleSimilarity(List<List<String>> texts) {
    TfIdf tfIdf = new TfIdf(texts);
    for (int item = 0; item < texts.size(); item++) {
      Map<String, Double> vector = tfIdf.vector(texts.get(item));
      vectors.add(vector);
      int number = item;
      vector.forEach(
          (word, weight) ->
              postings
                  .computeIfAbsent(word, w -> new ArrayList<>())
                  .add(new Posting(number, weight.floatValue())));
    }
  }

  @Override
  public String name() {
    return "title-similarity";
  }

  @Override
  public float[] score(History history) {
    float[] scores = new float[vectors.size()];
    for (int item : history.items()) {
      float[] cosines = new float[scores.length];
      vectors
          .get(item)
          .forEach(
              (word, weight) -> {
                for (Posting posting : postings.getOrDefault(word, List.of())) {
                  cosines[posting.item()] += weight.floatValue() * posting.weight();
                }
              });
      for (int other = 0; other < scores.length; other++) {
        scores[other] += other == item ? 0 : cosines[other] * cosines[other];
      }
    }
    return scores;
  }
}
