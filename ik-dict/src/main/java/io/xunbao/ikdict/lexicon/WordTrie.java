package io.xunbao.ikdict.lexicon;

import java.util.Map;
import java.util.Objects;

/**
 * An immutable double-array trie (Aoe, "An efficient digital search algorithm by using a
 * double-array structure", 1989) in which a state is one {@code long}: 24 bits base, 24 bits check,
 * 2 bits that say whether the word takes part in pairs, 14 bits cost. One load a character decides
 * whether the walk goes on and what the word read so far costs.
 *
 * <p>A word is known by the number of the state in which it ends.
 */
public final class WordTrie {
  /** The state before the first character. */
  public static final int ROOT = 1;

  /**
   * The answer of {@link #step} where no word goes on: a state from which no step leads anywhere.
   */
  public static final int NONE = 0;

  /** The cost of a state in which no word ends. */
  public static final int NO_WORD = 0x3fff;

  /** Set in {@link #flags} where the word stands on the left of a pair in the bigram table. */
  public static final int LEFT_OF_PAIRS = 1;

  /** Set in {@link #flags} where the word stands on the right of a pair in the bigram table. */
  public static final int RIGHT_OF_PAIRS = 2;

  private static final int FLAG_SHIFT = 14;

  static final int MAX_STATES = 1 << 24;

  private final long[] cells;
  private final char[] codes;

  /**
   * @param cells the states; {@link #pack} says what a cell holds
   * @param codes for each UTF-16 unit its code in the trie's alphabet, 0 where no word has it
   */
  WordTrie(long[] cells, char[] codes) {
    this.cells = Objects.requireNonNull(cells, "cells");
    this.codes = Objects.requireNonNull(codes, "codes");
    if (codes.length != 1 << 16) {
      throw new IllegalArgumentException("codes must have 65536 entries, got " + codes.length);
    }
  }

  /** The state that follows {@code state} on {@code c}, or {@link #NONE}. */
  public int step(int state, char c) {
    int code = codes[c];
    int next = base(cells[state]) + code;
    if (code != 0 && next < cells.length && check(cells[next]) == state) {
      return next;
    }
    return NONE;
  }

  /**
   * For each place of a text but the last the state after its two first units, {@link #NONE} where
   * no word goes on so far. Without a branch the places do not wait for one another, so that the
   * processor fetches the cells of several at once.
   *
   * @param text units, valid up to {@code length}
   * @param states receives the states
   */
  public void secondStates(char[] text, int length, int[] states) {
    long[] all = cells;
    char[] code = codes;
    int root = base(all[ROOT]);
    int last = all.length - 1;
    int right = length == 0 ? 0 : code[text[0]];
    for (int i = 0; i + 1 < length; i++) {
      int first = Math.min(root + right, last);
      right = code[text[i + 1]];
      long cell = all[first];
      int second = Math.min(base(cell) + right, last);
      // A cell belongs to one parent, so that a unit without a code finds none.
      int differs = check(cell) ^ ROOT | check(all[second]) ^ first;
      states[i] = second & ~(-differs >> 31);
    }
  }

  /** The cost of the word that ends in a state, or {@link #NO_WORD}. */
  public int cost(int state) {
    return (int) cells[state] & NO_WORD;
  }

  /** {@link #LEFT_OF_PAIRS} and {@link #RIGHT_OF_PAIRS}. */
  public int flags(int state) {
    return (int) cells[state] >>> FLAG_SHIFT & 3;
  }

  /** Marks both words of a pair, while the trie is being made. */
  void markPair(int left, int right) {
    cells[left] |= (long) LEFT_OF_PAIRS << FLAG_SHIFT;
    cells[right] |= (long) RIGHT_OF_PAIRS << FLAG_SHIFT;
  }

  /** The word's number, or {@link #NONE} where the text is no word. */
  public int find(CharSequence word) {
    int state = ROOT;
    for (int i = 0; i < word.length() && state != NONE; i++) {
      state = step(state, word.charAt(i));
    }
    return state != NONE && state != ROOT && cost(state) != NO_WORD ? state : NONE;
  }

  /** The characters that lead to a state. */
  public String spell(int state) {
    StringBuilder reversed = new StringBuilder();
    char[] letters = letters();
    for (int s = state; s != ROOT; s = check(cells[s])) {
      reversed.append(letters[s - base(cells[check(cells[s])])]);
    }
    return reversed.reverse().toString();
  }

  /** Calls back for every word, in the order of their numbers. */
  public void forEachWord(WordVisitor visitor) {
    char[] letters = letters();
    StringBuilder word = new StringBuilder();
    for (int state = ROOT + 1; state < cells.length; state++) {
      if (check(cells[state]) != 0 && cost(state) != NO_WORD) {
        word.setLength(0);
        for (int s = state; s != ROOT; s = check(cells[s])) {
          word.append(letters[s - base(cells[check(cells[s])])]);
        }
        visitor.word(word.reverse().toString(), state, cost(state));
      }
    }
  }

  /**
   * A copy in which some words cost something else.
   *
   * @param costs new costs by word number; {@link #NO_WORD} takes a word out
   */
  WordTrie withCosts(Map<Integer, Integer> costs) {
    long[] copy = cells.clone();
    costs.forEach((state, cost) -> copy[state] = copy[state] & ~NO_WORD | cost);
    return new WordTrie(copy, codes);
  }

  long[] cells() {
    return cells;
  }

  char[] codes() {
    return codes;
  }

  private char[] letters() {
    char[] letters = new char[1 << 16];
    for (int c = 0; c < codes.length; c++) {
      letters[codes[c]] = (char) c;
    }
    return letters;
  }

  static long pack(int base, int check, int cost) {
    return (long) base << 40 | (long) check << 16 | cost;
  }

  static int base(long cell) {
    return (int) (cell >>> 40);
  }

  static int check(long cell) {
    return (int) (cell >>> 16) & 0xffffff;
  }

  /** Receives the words of a trie. */
  @FunctionalInterface
  public interface WordVisitor {
    /**
     * @param text the characters of the word
     * @param number the state in which it ends
     * @param cost its cost in {@link Costs} units
     */
    void word(String text, int number, int cost);
  }
}
