package io.xunbao.ikdict.segment;

import java.util.Arrays;

/**
 * The tokens that can start at one atom: a small table that is filled anew for each atom. A
 * candidate's term is a slice of the normalised text, or of the scratch units for terms that the
 * text does not contain as they are.
 */
final class Candidates {
  private int[] ends = new int[16];
  private int[] words = new int[16];
  private int[] costs = new int[16];
  private int[] termStarts = new int[16];
  private int[] termLengths = new int[16];
  private TokenKind[] kinds = new TokenKind[16];
  private boolean[] inQueries = new boolean[16];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** Adds a candidate; {@link #term} says where its term stands. */
  int add(int end, int word, int cost, TokenKind kind) {
    if (size == ends.length) {
      grow();
    }
    ends[size] = end;
    words[size] = word;
    costs[size] = cost;
    kinds[size] = kind;
    inQueries[size] = true;
    return size++;
  }

  void term(int candidate, int start, int length) {
    termStarts[candidate] = start;
    termLengths[candidate] = length;
  }

  /** Takes a candidate out of the query mode; the index mode keeps it. */
  void onlyIndex(int candidate) {
    inQueries[candidate] = false;
  }

  int end(int candidate) {
    return ends[candidate];
  }

  int word(int candidate) {
    return words[candidate];
  }

  int cost(int candidate) {
    return costs[candidate];
  }

  TokenKind kind(int candidate) {
    return kinds[candidate];
  }

  boolean inQueries(int candidate) {
    return inQueries[candidate];
  }

  /** Where the term starts: in the text, or, counted from -1 downwards, in the scratch units. */
  int termStart(int candidate) {
    return termStarts[candidate];
  }

  int termLength(int candidate) {
    return termLengths[candidate];
  }

  private void grow() {
    int capacity = ends.length * 2;
    ends = Arrays.copyOf(ends, capacity);
    words = Arrays.copyOf(words, capacity);
    costs = Arrays.copyOf(costs, capacity);
    termStarts = Arrays.copyOf(termStarts, capacity);
    termLengths = Arrays.copyOf(termLengths, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
    inQueries = Arrays.copyOf(inQueries, capacity);
  }
}
