package io.xunbao.standalone.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Orders valid names by their likeness to one that is not, so that a message can teach. */
final class Nearest {
  private Nearest() {}

  /** The valid names, the most similar first. */
  static List<String> first(String wrong, Collection<String> valid) {
    String lower = wrong.toLowerCase(Locale.ROOT);
    return valid.stream()
        .sorted(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))))
        .toList();
  }

  /** Levenshtein's distance: insertions, deletions and substitutions from one to the other. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
