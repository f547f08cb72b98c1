package io.xunbao.ranker.feature;

import java.util.Arrays;
import java.util.List;

/**
 * Where the words of a query stand in one field of a product.
 *
 * <p>{@code at[t]} is the position of the first occurrence of the query's term t, or -1.
 */
final class WordMatch {
  /** Fine segmentation puts the parts of a word between it and the next one. */
  private static final int MAX_STEP = 3;

  private final List<QueryTerm> terms;
  private final int[] words;
  private final int[] at;

  WordMatch(List<QueryTerm> terms, int[] words) {
    this.terms = terms;
    this.words = words;
    this.at = new int[terms.size()];
    for (int t = 0; t < at.length; t++) {
      at[t] = indexOf(words, terms.get(t).id(), 0);
    }
  }

  private static int indexOf(int[] words, int id, int from) {
    return indexOf(words, id, from, words.length);
  }

  private static int indexOf(int[] words, int id, int from, int to) {
    for (int i = from; i < Math.min(to, words.length); i++) {
      if (words[i] == id) {
        return i;
      }
    }
    return -1;
  }

  boolean found(int term) {
    return at[term] >= 0;
  }

  int foundTerms() {
    return (int) Arrays.stream(at).filter(i -> i >= 0).count();
  }

  /** Share of the query's words found, each weighted by its rarity, in 0..1. */
  double coverage() {
    double found = 0;
    double all = 0;
    for (int t = 0; t < at.length; t++) {
      double weight = weight(t);
      all += weight;
      found += at[t] >= 0 ? weight : 0;
    }
    return all == 0 ? Double.NaN : found / all;
  }

  double weight(int term) {
    return Math.max(terms.get(term).idf(), 0.1);
  }

  /** Share of the words of a role found; NaN where the query has none of it. */
  double coverage(QueryTerm.Role role) {
    int found = 0;
    int all = 0;
    for (int t = 0; t < at.length; t++) {
      if (terms.get(t).role() == role) {
        all++;
        found += at[t] >= 0 ? 1 : 0;
      }
    }
    return all == 0 ? Double.NaN : found / (double) all;
  }

  /**
   * The longest run of query words that follow each other within three words in the field, over the
   * query's words.
   */
  double longestRun() {
    int best = 0;
    for (int t = 0; t < at.length; t++) {
      for (int from = at[t]; from >= 0; from = indexOf(words, terms.get(t).id(), from + 1)) {
        best = Math.max(best, run(t, from));
      }
    }
    return at.length == 0 ? Double.NaN : best / (double) at.length;
  }

  private int run(int term, int from) {
    int length = 1;
    int at = from;
    while (term + length < terms.size()) {
      at = indexOf(words, terms.get(term + length).id(), at + 1, at + 1 + MAX_STEP);
      if (at < 0) {
        break;
      }
      length++;
    }
    return length;
  }

  /** Found words over the distance between the first and the last of them: 1 side by side. */
  double tightness() {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int i : at) {
      if (i >= 0) {
        first = Math.min(first, i);
        last = Math.max(last, i);
      }
    }
    return last < 0 ? 0 : Math.min(1, foundTerms() / (double) (last - first + 1));
  }

  /** Position of the earliest found word over the field's length: 0 at the start; NaN for none. */
  double earliest() {
    int first = Arrays.stream(at).filter(i -> i >= 0).min().orElse(-1);
    return first < 0 ? Double.NaN : first / (double) words.length;
  }

  /** Distance of the latest found word from the field's end over its length; NaN for none. */
  double fromEnd() {
    int last = Arrays.stream(at).max().orElse(-1);
    return last < 0 ? Double.NaN : (words.length - 1 - last) / (double) words.length;
  }

  /** Found words over the field's words; NaN for an empty field. */
  double density() {
    return words.length == 0 ? Double.NaN : Math.min(1, foundTerms() / (double) words.length);
  }
}
