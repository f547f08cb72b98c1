package io.xunbao.ranker.train;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Groups of queries for cross-validation. Queries that say the same are never in two folds: what is
 * trained on one of them would be tested on its twin.
 *
 * @param folds number of folds, at least 2
 * @param of the fold of each query, from 0
 * @param twins queries that say the same as an earlier one, kept with it
 */
public record Folds(int folds, List<Integer> of, int twins) {
  public Folds {
    of = List.copyOf(of);
    if (folds < 2 || folds > of.size()) {
      throw new IllegalArgumentException(
          "folds must be in 2.." + of.size() + ", the number of queries, got " + folds);
    }
  }

  /**
   * Deals queries into folds of about equal size.
   *
   * @param texts what each query says
   */
  public static Folds of(List<String> texts, int folds, long seed) {
    Map<String, List<Integer>> same = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      same.computeIfAbsent(normalised(texts.get(i)), text -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> dealt = new ArrayList<>(same.values());
    Collections.shuffle(dealt, new Random(seed));
    List<Integer> of = new ArrayList<>(Collections.nCopies(texts.size(), 0));
    for (int i = 0; i < dealt.size(); i++) {
      int fold = i % folds;
      dealt.get(i).forEach(query -> of.set(query, fold));
    }
    return new Folds(folds, of, texts.size() - same.size());
  }

  /** A text without what people write differently: width, case, spaces, order of words. */
  static String normalised(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Arrays.stream(folded.split("[\\s\\p{Punct}]+"))
        .filter(word -> !word.isEmpty())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** The queries of a fold. */
  public List<Integer> in(int fold) {
    return IntStream.range(0, of.size()).filter(i -> of.get(i) == fold).boxed().toList();
  }

  /** The queries of all other folds. */
  public List<Integer> outside(int fold) {
    return IntStream.range(0, of.size()).filter(i -> of.get(i) != fold).boxed().toList();
  }
}
