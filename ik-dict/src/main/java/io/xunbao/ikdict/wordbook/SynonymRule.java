package io.xunbao.ikdict.wordbook;

import java.util.Arrays;
import java.util.List;

/**
 * One line of a synonym file.
 *
 * @param from words that the rule is about
 * @param to what each of them is looked up under
 * @param oneWay whether it was written with an arrow
 */
record SynonymRule(List<String> from, List<String> to, boolean oneWay) {
  SynonymRule {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  static SynonymRule parse(String text) {
    int arrow = text.indexOf("=>");
    if (arrow < 0) {
      List<String> words = words(text);
      return new SynonymRule(words, words, false);
    }
    return new SynonymRule(words(text.substring(0, arrow)), words(text.substring(arrow + 2)), true);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }
}
