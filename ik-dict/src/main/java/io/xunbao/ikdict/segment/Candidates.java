package io.xunbao.ikdict.segment;

import java.util.Arrays;

/**
 * The tokens that can start at one atom: a small table that is filled anew for each atom. A
 * candidate's term is a slice of the normalised text, or of the scratch units for terms that the
 * text does not contain as they are.
 */
final class Candidates {
  private static final TokenKind[] KINDS = TokenKind.values();
  private static final int ONLY_INDEX = 0x80;
  private static final int FLAG_SHIFT = 56;

  private int[] ends = new int[32];
  private long[] infos = new long[32];
  private int[] termStarts = new int[32];
  private int[] termLengths = new int[32];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /**
   * Adds a candidate.
   *
   * @param end the atom after it
   * @param word its number in the lexicon, or 0
   * @param flags the flags of the word's state in the trie
   * @param cost what it costs in {@link io.xunbao.ikdict.lexicon.Costs} units
   */
  void add(int end, int word, int flags, int cost, TokenKind kind, int termStart, int termLength) {
    if (size == ends.length) {
      grow();
    }
    ends[size] = end;
    infos[size] =
        (long) flags << FLAG_SHIFT | (long) word << 32 | (long) cost << 8 | kind.ordinal();
    termStarts[size] = termStart;
    termLengths[size++] = termLength;
  }

  /** Takes the last candidate out of the query mode; the index mode keeps it. */
  void onlyIndex() {
    infos[size - 1] |= ONLY_INDEX;
  }

  /** Takes the candidates from one on that end before an atom out of the query mode. */
  void onlyIndex(int first, int before) {
    for (int candidate = first; candidate < size; candidate++) {
      if (ends[candidate] < before) {
        infos[candidate] |= ONLY_INDEX;
      }
    }
  }

  int end(int candidate) {
    return ends[candidate];
  }

  /** Word, flags, cost and kind of a candidate, for the functions below. */
  long info(int candidate) {
    return infos[candidate];
  }

  static int word(long info) {
    return (int) (info >>> 32) & 0xffffff;
  }

  static int flags(long info) {
    return (int) (info >>> FLAG_SHIFT);
  }

  static int cost(long info) {
    return (int) info >>> 8;
  }

  /** The ordinal of the kind. */
  static int kindOrdinal(long info) {
    return (int) info & 0x7f;
  }

  TokenKind kind(int candidate) {
    return KINDS[(int) infos[candidate] & 0x7f];
  }

  boolean inQueries(int candidate) {
    return ((int) infos[candidate] & ONLY_INDEX) == 0;
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
    infos = Arrays.copyOf(infos, capacity);
    termStarts = Arrays.copyOf(termStarts, capacity);
    termLengths = Arrays.copyOf(termLengths, capacity);
  }
}
