package io.xunbao.ikdict.build;

import io.xunbao.ikdict.lexicon.WordClass;
import java.util.Map;
import java.util.TreeMap;

/** Frequencies of neighbouring words: Ansj's table, {@code left@right TAB frequency}. */
final class PairCounts {
  private static final String ANSJ = "bigramdict.dic";
  private static final Map<String, WordClass> CLASSES =
      Map.of(
          "始##始", WordClass.BEGIN,
          "末##末", WordClass.END,
          "未##数", WordClass.NUMBER,
          "未##时", WordClass.TIME,
          "未##串", WordClass.LATIN,
          "未##人", WordClass.PERSON,
          "未##地", WordClass.PLACE,
          "未##团", WordClass.ORGANISATION,
          "未##专", WordClass.NAME);

  private PairCounts() {}

  /** Frequencies of right words by left word; classes stand under their spelling. */
  static Map<String, Map<String, Integer>> read() {
    Map<String, Map<String, Integer>> pairs = new TreeMap<>();
    Resources.forEachLine(
        ANSJ,
        line -> {
          int at = line.indexOf('@', 1);
          int tab = line.indexOf('\t');
          if (at > 0 && tab > at + 1) {
            pairs
                .computeIfAbsent(spelling(line.substring(0, at)), left -> new TreeMap<>())
                .merge(
                    spelling(line.substring(at + 1, tab)),
                    Integer.parseInt(line.substring(tab + 1).strip()),
                    Integer::sum);
          }
        });
    return pairs;
  }

  private static String spelling(String word) {
    WordClass wordClass = CLASSES.get(word);
    return wordClass != null ? wordClass.spelling() : word;
  }
}
