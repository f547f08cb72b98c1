package io.xunbao.ranker.embed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The parts of a word that has no vector of its own: the longest known pieces from left to right,
 * where Han text may be cut anywhere and other text only between letters and digits, so that {@code
 * iphone15} is {@code iphone} and {@code 15} but never {@code i} and {@code phone}.
 */
final class WordParts {
  private WordParts() {}

  /** The known pieces in order; pieces that are unknown down to a single cut are left out. */
  static List<String> of(String word, Predicate<String> known) {
    int[] cuts = cuts(word);
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < cuts.length - 1) {
      int to = cuts.length - 1;
      while (to > from + 1 && !isKnown(word, cuts, from, to, known)) {
        to--;
      }
      String part = word.substring(cuts[from], cuts[to]);
      if (!part.equals(word) && known.test(part)) {
        parts.add(part);
      }
      from = to;
    }
    return parts;
  }

  /** The smallest pieces of a word: Han characters, runs of letters, runs of digits. */
  static List<String> smallest(String word) {
    int[] cuts = cuts(word);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i + 1 < cuts.length; i++) {
      parts.add(word.substring(cuts[i], cuts[i + 1]));
    }
    return parts;
  }

  private static boolean isKnown(
      String word, int[] cuts, int from, int to, Predicate<String> known) {
    boolean whole = from == 0 && to == cuts.length - 1;
    return !whole && known.test(word.substring(cuts[from], cuts[to]));
  }

  private static int[] cuts(String word) {
    int[] cuts = new int[word.length() + 1];
    int n = 0;
    int before = -1;
    for (int i = 0; i < word.length(); ) {
      int c = word.codePointAt(i);
      int kind = kind(c);
      if (i == 0 || kind == 0 || kind != before) {
        cuts[n++] = i;
      }
      before = kind;
      i += Character.charCount(c);
    }
    cuts[n++] = word.length();
    return Arrays.copyOf(cuts, n);
  }

  /** 0 may be cut everywhere; others hold together with their own kind. */
  private static int kind(int c) {
    if (Character.isIdeographic(c)) {
      return 0;
    }
    if (Character.isDigit(c)) {
      return 1;
    }
    return Character.isLetter(c) ? 2 : 3;
  }
}
