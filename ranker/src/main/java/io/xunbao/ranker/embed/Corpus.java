package io.xunbao.ranker.embed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sentences as rows of a vocabulary, one after the other.
 *
 * @param rows words of all sentences
 * @param ends where each sentence ends in {@code rows}
 */
record Corpus(Vocabulary vocabulary, int[] rows, int[] ends) {

  /**
   * Counts and numbers the words. A word rarer than {@code minCount} is replaced by its smallest
   * parts, so that the parts get vectors, out of which unknown words are made later.
   */
  static Corpus of(List<List<String>> sentences, int minCount) {
    Map<String, Long> whole = count(sentences);
    List<List<String>> cut =
        sentences.stream().map(sentence -> frequentOrParts(sentence, whole, minCount)).toList();
    Vocabulary vocabulary = vocabulary(count(cut), minCount);
    if (vocabulary.size() == 0) {
      throw new IllegalArgumentException(
          "no word stands minCount = "
              + minCount
              + " times in "
              + sentences.size()
              + " sentences; give more text or a smaller minCount");
    }
    return numbered(cut, vocabulary);
  }

  private static List<String> frequentOrParts(
      List<String> sentence, Map<String, Long> counts, int minCount) {
    List<String> words = new ArrayList<>(sentence.size());
    for (String word : sentence) {
      if (counts.getOrDefault(word, 0L) >= minCount) {
        words.add(word);
      } else {
        words.addAll(WordParts.smallest(word));
      }
    }
    return words;
  }

  private static Map<String, Long> count(List<List<String>> sentences) {
    Map<String, Long> counts = new HashMap<>();
    for (List<String> sentence : sentences) {
      for (String word : sentence) {
        counts.merge(word, 1L, Long::sum);
      }
    }
    return counts;
  }

  /** The frequent words, the most frequent first; ties in the order of the words. */
  private static Vocabulary vocabulary(Map<String, Long> counts, int minCount) {
    List<Map.Entry<String, Long>> frequent =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= minCount && !entry.getKey().isEmpty())
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    return new Vocabulary(
        frequent.stream().map(Map.Entry::getKey).toList(),
        frequent.stream().mapToLong(Map.Entry::getValue).toArray());
  }

  private static Corpus numbered(List<List<String>> sentences, Vocabulary vocabulary) {
    int[] rows = new int[Math.toIntExact(vocabulary.total())];
    int[] ends = new int[sentences.size()];
    int n = 0;
    for (int s = 0; s < ends.length; s++) {
      for (String word : sentences.get(s)) {
        int row = vocabulary.row(word).orElse(-1);
        if (row >= 0) {
          rows[n++] = row;
        }
      }
      ends[s] = n;
    }
    return new Corpus(vocabulary, rows, ends);
  }

  int sentences() {
    return ends.length;
  }

  int start(int sentence) {
    return sentence == 0 ? 0 : ends[sentence - 1];
  }

  int end(int sentence) {
    return ends[sentence];
  }
}
