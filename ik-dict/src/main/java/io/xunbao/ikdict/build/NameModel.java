package io.xunbao.ikdict.build;

import io.xunbao.ikdict.lexicon.Costs;
import io.xunbao.ikdict.lexicon.FoldTable;
import io.xunbao.ikdict.lexicon.NameCosts;
import java.util.Map;
import java.util.TreeMap;

/**
 * What characters cost within names, after the roles that characters play in them (Zhang and Liu,
 * "Automatic recognition of Chinese person names based on role tagging", 2004): HanLP's counts of
 * surnames, first and last characters of given names, and its list of transliterated names.
 */
final class NameModel {
  private static final String ROLES = "data/dictionary/person/nr.txt.bin";
  private static final String TRANSLITERATED = "data/dictionary/person/nrf.txt.trie.dat";

  private static final int SURNAME = 0;
  private static final int FIRST = 1;
  private static final int LAST = 2;

  /** What is seldom in a role, be it by mistake, does not play it. */
  private static final int SELDOM = 3;

  /** A surname is a character that is mostly one: 王, 李, but not 高, 双. */
  private static final double MOSTLY = 0.8;

  /** Of a thousand words one is a transliterated name that no dictionary has. */
  private static final int NEW_TRANSLITERATION = Costs.of(0.001);

  private final FoldTable folds;

  private NameModel(FoldTable folds) {
    this.folds = folds;
  }

  static NameCosts make(FoldTable folds) {
    NameModel model = new NameModel(folds);
    return new NameCosts(
        model.surnames(),
        model.shares(HanlpCore.read(ROLES, FIRST)),
        model.shares(HanlpCore.read(ROLES, LAST)),
        model.shares(model.letters()),
        NEW_TRANSLITERATION);
  }

  /** How likely a word of one character is a surname. */
  private char[] surnames() {
    Map<String, Integer> words = WordCounts.hanlp();
    char[] costs = NameCosts.none();
    HanlpCore.read(ROLES, SURNAME)
        .forEach(
            (text, count) -> {
              double share = count / (double) (count + words.getOrDefault(text, 0));
              if (text.length() == 1 && count > SELDOM && share > MOSTLY) {
                put(costs, text, Costs.of(share));
              }
            });
    return costs;
  }

  private char[] shares(Map<String, Integer> counts) {
    double all = counts.values().stream().mapToInt(Integer::intValue).sum();
    char[] costs = NameCosts.none();
    counts.forEach(
        (text, count) -> {
          if (text.length() == 1 && count > SELDOM) {
            put(costs, text, Costs.of(count / all));
          }
        });
    return costs;
  }

  private Map<String, Integer> letters() {
    Map<String, Integer> counts = new TreeMap<>();
    for (String name : HanlpTrie.words(Resources.bytes(TRANSLITERATED)).keySet()) {
      name.chars().forEach(c -> counts.merge(String.valueOf((char) c), 1, Integer::sum));
    }
    return counts;
  }

  private void put(char[] costs, String text, int cost) {
    String folded = folds.fold(text);
    if (folded.equals(text) && NameCosts.covers(text.charAt(0))) {
      costs[NameCosts.place(text.charAt(0))] = (char) cost;
    }
  }
}
