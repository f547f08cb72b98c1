package io.xunbao.queryapi.http;

import io.xunbao.indexer.catalog.Nearest;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the valid name that a wrong one most likely meant. */
final class DidYouMean {
  /** Longer names are cut before they are compared: the cost is quadratic. */
  private static final int COMPARED = 64;

  private DidYouMean() {}

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
    return text.length() <= COMPARED ? text : text.substring(0, COMPARED);
  }

  private static int distance(String a, String b) {
    return Nearest.distance(a, b);
  }
}
