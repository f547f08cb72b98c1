package io.xunbao.queryapi.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the valid name that a wrong one most likely meant. */
final class Nearest {
  /** Longer names are cut before they are compared: the cost is quadratic. */
  private static final int COMPARED = 64;

  private Nearest() {}

  /** "Did you mean x?", or an empty string when nothing is near. */
  static String sentence(String wrong, Collection<String> valid) {
    return of(wrong, valid).map(name -> "Did you mean " + name + "?").orElse("");
  }

  /** The valid name at the smallest edit distance, if at most half of its length differs. */
  static Optional<String> of(String wrong, Collection<String> valid) {
    String typed = cut(wrong);
    return valid.stream()
        .min(Comparator.comparingInt(name -> distance(typed, cut(name))))
        .filter(name -> distance(typed, cut(name)) <= (name.length() + 1) / 2);
  }

  private static String cut(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.length() <= COMPARED ? lower : lower.substring(0, COMPARED);
  }

  /** Levenshtein's distance in UTF-16 units, by two rows of the table. */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
