package io.xunbao.benchmarks.text;

import io.xunbao.ranker.classify.LabelledText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Numbers from 1 for the words that stand at least twice in some texts; others have 0. */
final class WordIds {
  private static final int MIN_COUNT = 2;

  private final Map<String, Integer> ids = new HashMap<>();

  WordIds(List<LabelledText> texts) {
    Map<String, Integer> counts = new TreeMap<>();
    texts.forEach(text -> text.words().forEach(word -> counts.merge(word, 1, Integer::sum)));
    counts.forEach(
        (word, count) -> {
          if (count >= MIN_COUNT) {
            ids.put(word, ids.size() + 1);
          }
        });
  }

  /** One more than the largest number. */
  int size() {
    return ids.size() + 1;
  }

  int id(String word) {
    return ids.getOrDefault(word, 0);
  }
}
