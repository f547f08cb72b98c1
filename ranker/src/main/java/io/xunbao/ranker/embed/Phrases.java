package io.xunbao.ranker.embed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Joins pairs of words that stand together more often than chance would have it: score(a, b) =
 * (count(ab) - discount) * N / (count(a) * count(b)), joined where it exceeds a threshold (Mikolov
 * et al. 2013, "Distributed Representations of Words and Phrases", section 4).
 *
 * <p>A phrase is one word of the vocabulary, its parts tied by {@link #TIE}; so the vocabulary
 * itself says later which pairs to join, and no other file is needed.
 */
public final class Phrases {
  /** Stands between the parts of a phrase. */
  public static final char TIE = '_';

  private static final int DISCOUNT = 5;
  private static final double THRESHOLD = 100;

  private Phrases() {}

  /** The sentences with their phrases joined. */
  public static List<List<String>> join(List<List<String>> sentences) {
    Set<String> phrases = find(sentences);
    return sentences.stream().map(sentence -> join(sentence, phrases::contains)).toList();
  }

  /** One sentence with every pair joined whose phrase is known; the leftmost pair wins. */
  public static List<String> join(List<String> sentence, Predicate<String> known) {
    List<String> joined = new ArrayList<>(sentence.size());
    for (int i = 0; i < sentence.size(); i++) {
      if (i + 1 < sentence.size()) {
        String phrase = sentence.get(i) + TIE + sentence.get(i + 1);
        if (known.test(phrase)) {
          joined.add(phrase);
          i++;
          continue;
        }
      }
      joined.add(sentence.get(i));
    }
    return joined;
  }

  private static Set<String> find(List<List<String>> sentences) {
    Map<String, Integer> words = new HashMap<>();
    Map<String, Integer> pairs = new HashMap<>();
    long total = 0;
    for (List<String> sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        words.merge(sentence.get(i), 1, Integer::sum);
        if (i > 0) {
          pairs.merge(sentence.get(i - 1) + TIE + sentence.get(i), 1, Integer::sum);
        }
      }
      total += sentence.size();
    }
    Set<String> phrases = new HashSet<>();
    for (Map.Entry<String, Integer> pair : pairs.entrySet()) {
      int tie = pair.getKey().indexOf(TIE, 1);
      if (tie > 0 && score(pair, tie, words, total) > THRESHOLD) {
        phrases.add(pair.getKey());
      }
    }
    return phrases;
  }

  private static double score(
      Map.Entry<String, Integer> pair, int tie, Map<String, Integer> words, long total) {
    double a = words.getOrDefault(pair.getKey().substring(0, tie), 0);
    double b = words.getOrDefault(pair.getKey().substring(tie + 1), 0);
    return a * b == 0 ? 0 : (pair.getValue() - DISCOUNT) * (double) total / (a * b);
  }
}
