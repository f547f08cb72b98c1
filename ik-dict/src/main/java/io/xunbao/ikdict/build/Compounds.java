package io.xunbao.ikdict.build;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes compounds dear: words of three characters or more that one dictionary takes for a word and
 * the strict one for several. They stay in the lexicon, for the index; the best path takes their
 * parts, which is how people query a shop (电脑桌 is asked for as 桌, 办公会议 as 会议).
 */
final class Compounds {
  private static final double OF_THREE = 0.1;
  private static final double LONGER = 0.001;

  private final Map<String, Double> words;

  private Compounds(Map<String, Double> words) {
    this.words = words;
  }

  /**
   * The words with the probability of compounds lowered.
   *
   * @param strict words that are no compounds
   */
  static Map<String, Double> demote(Map<String, Double> words, Set<String> strict) {
    Compounds compounds = new Compounds(Map.copyOf(words));
    Map<String, Double> demoted = new TreeMap<>(words);
    demoted.replaceAll(
        (word, p) -> word.length() < 3 || strict.contains(word) ? p : p * compounds.factor(word));
    return demoted;
  }

  private double factor(String word) {
    if (word.length() == 3) {
      return isTwo(word, 1) || isTwo(word, 2) ? OF_THREE : 1;
    }
    for (int at = 2; at < word.length() - 1; at++) {
      if (isTwo(word, at) || isPart(word.substring(0, at)) && restIsTwo(word, at)) {
        return LONGER;
      }
    }
    return 1;
  }

  private boolean isTwo(String word, int at) {
    return isPart(word.substring(0, at)) && isPart(word.substring(at));
  }

  /** Whether what follows falls into two parts that are not both single characters. */
  private boolean restIsTwo(String word, int from) {
    for (int at = from + 1; word.length() - from > 2 && at < word.length(); at++) {
      if (isPart(word.substring(from, at)) && isPart(word.substring(at))) {
        return true;
      }
    }
    return false;
  }

  private boolean isPart(String text) {
    return text.length() == 1 || words.containsKey(text);
  }
}
