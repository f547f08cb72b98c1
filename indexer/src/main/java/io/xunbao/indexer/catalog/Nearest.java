package io.xunbao.indexer.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Orders valid names by their distance to one that was mistyped. */
public final class Nearest {
  private Nearest() {}

  /**
   * The valid names, nearest first, by Levenshtein distance without regard to case.
   *
   * @param name what was written
   * @param valid what could have been meant
   */
  public static List<String> first(String name, Collection<String> valid) {
    return valid.stream()
        .sorted(
            Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** A sentence part for error messages: {@code nearest: title; valid: title, price}. */
  public static String hint(String name, Collection<String> valid) {
    List<String> ordered = first(name, valid);
    return ordered.isEmpty()
        ? "there are no valid names"
        : "nearest: " + ordered.getFirst() + "; valid: " + String.join(", ", ordered);
  }

  /**
   * Levenshtein's distance in UTF-16 units, without regard to case; costs the product of both
   * lengths.
   */
  public static int distance(String a, String b) {
    String left = a.toLowerCase(Locale.ROOT);
    String right = b.toLowerCase(Locale.ROOT);
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substitute = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
