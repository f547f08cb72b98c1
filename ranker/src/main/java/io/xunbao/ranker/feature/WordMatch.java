package io.xunbao.ranker.feature;

import io.xunbao.ranker.feature.QueryTerm.Role;
import java.util.Arrays;

/** Where the words of a query stand in one field of a product. */
final class WordMatch {
  /** Fine segmentation puts the parts of a word between it and the next one. */
  private static final int MAX_STEP = 3;

  private final AskedTerms terms;
  private final int[] words;

  /** The position of the first occurrence of each of the query's words, or -1. */
  private final int[] at;

  private final boolean[] found;
  private int foundTerms;
  private int first = Integer.MAX_VALUE;
  private int last = -1;

  WordMatch(AskedTerms terms, int[] words) {
    this.terms = terms;
    this.words = words;
    this.at = new int[terms.size()];
    this.found = new boolean[at.length];
    Arrays.fill(at, -1);
    for (int position = 0; position < words.length; position++) {
      if (terms.mayBe(words[position])) {
        find(words[position], position);
      }
    }
  }

  private void find(int word, int position) {
    for (int t = 0; t < at.length; t++) {
      if (terms.id(t) == word && at[t] < 0) {
        at[t] = position;
        found[t] = true;
        foundTerms++;
        first = Math.min(first, position);
        last = position;
      }
    }
  }

  private int indexOf(int id, int from, int to) {
    int end = Math.min(to, words.length);
    for (int i = from; i < end; i++) {
      if (words[i] == id) {
        return i;
      }
    }
    return -1;
  }

  boolean found(int term) {
    return found[term];
  }

  /** Share of the query's words found, each weighted by its rarity, in 0..1. */
  double coverage() {
    return terms.coverage(found);
  }

  /** Share of the words of a role found; NaN where the query has none of it. */
  double coverage(Role role) {
    return terms.coverage(found, role);
  }

  /**
   * The longest run of query words that follow each other within three words in the field, over the
   * query's words.
   */
  double longestRun() {
    int best = 0;
    for (int t = 0; t < at.length; t++) {
      for (int from = at[t]; from >= 0; from = indexOf(terms.id(t), from + 1, words.length)) {
        best = Math.max(best, run(t, from));
      }
    }
    return at.length == 0 ? Double.NaN : best / (double) at.length;
  }

  private int run(int term, int from) {
    int length = 1;
    int position = from;
    while (term + length < at.length) {
      position = indexOf(terms.id(term + length), position + 1, position + 1 + MAX_STEP);
      if (position < 0) {
        break;
      }
      length++;
    }
    return length;
  }

  /** Found words over the distance between the first and the last of them: 1 side by side. */
  double tightness() {
    return last < 0 ? 0 : Math.min(1, foundTerms / (double) (last - first + 1));
  }

  /** Position of the earliest found word over the field's length: 0 at the start; NaN for none. */
  double earliest() {
    return last < 0 ? Double.NaN : first / (double) words.length;
  }

  /** Distance of the latest found word from the field's end over its length; NaN for none. */
  double fromEnd() {
    return last < 0 ? Double.NaN : (words.length - 1 - last) / (double) words.length;
  }

  /** Found words over the field's words; NaN for an empty field. */
  double density() {
    return words.length == 0 ? Double.NaN : Math.min(1, foundTerms / (double) words.length);
  }
}
