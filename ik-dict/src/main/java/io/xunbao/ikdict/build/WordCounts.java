package io.xunbao.ikdict.build;

import java.util.Map;
import java.util.TreeMap;

/** Words of several dictionaries with a frequency from each, folded to one spelling. */
final class WordCounts {
  private static final String CORE = "data/dictionary/CoreNatureDictionary.mini.txt.bin";
  private static final String ANSJ = "core.dic";
  private static final String JIEBA = "dict.txt";
  private static final String IK = "org/wltea/analyzer/dic/main2012.dic";

  private WordCounts() {}

  /** HanLP's core words: news and web text. */
  static Map<String, Integer> hanlp() {
    return HanlpCore.read(CORE);
  }

  /**
   * Ansj's core words: {@code index TAB word TAB base TAB check TAB status TAB
   * {nature=frequency,...}}, where status 1 marks a beginning that is no word.
   */
  static Map<String, Integer> ansj() {
    Map<String, Integer> words = new TreeMap<>();
    Resources.forEachLine(
        ANSJ,
        line -> {
          String[] fields = line.split("\t");
          if (fields.length > 5 && Integer.parseInt(fields[4]) > 1) {
            words.merge(fields[1], natures(fields[5]), Integer::sum);
          }
        });
    return words;
  }

  private static int natures(String text) {
    int sum = 0;
    for (String nature : text.replaceAll("[{}]", "").split(",")) {
      int equals = nature.indexOf('=');
      sum += equals < 0 ? 0 : Integer.parseInt(nature.substring(equals + 1).strip());
    }
    return sum;
  }

  /** jieba's words: {@code word frequency nature}. */
  static Map<String, Integer> jieba() {
    Map<String, Integer> words = new TreeMap<>();
    Resources.forEachLine(
        JIEBA,
        line -> {
          String[] fields = line.split(" ");
          if (fields.length >= 2) {
            words.merge(fields[0], Integer.parseInt(fields[1]), Integer::sum);
          }
        });
    return words;
  }

  /** IK's words, which have no frequencies. */
  static Map<String, Integer> ik() {
    Map<String, Integer> words = new TreeMap<>();
    Resources.forEachLine(
        IK,
        line -> {
          String word = line.strip();
          if (!word.isEmpty()) {
            words.put(word, 1);
          }
        });
    return words;
  }
}
