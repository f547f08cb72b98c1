package io.xunbao.ikdict.lexicon;

import java.util.Arrays;

/**
 * What the characters of names cost in {@link Costs} units: tables over the Chinese characters of
 * Unicode's first block.
 */
public final class NameCosts {
  /** The cost of a character that no name has in this place. */
  public static final int NEVER = 0xffff;

  private static final char FROM = '\u4e00';
  private static final char TO = '\ua000';

  private final char[] surnames;
  private final char[] firsts;
  private final char[] lasts;
  private final char[] letters;
  private final int transliteration;

  /**
   * Tables made by {@link #none} and filled at {@link #place}.
   *
   * @param surnames what it costs that a character is a surname and no other word
   * @param firsts the first characters of given names of two
   * @param lasts the last characters of given names of two
   * @param letters the characters of transliterated names
   * @param transliteration what a transliterated name costs beside its characters
   */
  public NameCosts(
      char[] surnames, char[] firsts, char[] lasts, char[] letters, int transliteration) {
    this.surnames = checked(surnames);
    this.firsts = checked(firsts);
    this.lasts = checked(lasts);
    this.letters = checked(letters);
    this.transliteration = transliteration;
  }

  private static char[] checked(char[] table) {
    if (table.length != TO - FROM) {
      throw new IllegalArgumentException(
          "a table of names has " + (TO - FROM) + " entries, got " + table.length);
    }
    return table;
  }

  /** A table of characters that are in no name. */
  public static char[] none() {
    char[] table = new char[TO - FROM];
    Arrays.fill(table, (char) NEVER);
    return table;
  }

  /** Whether the tables have a place for a character. */
  public static boolean covers(char c) {
    return c >= FROM && c < TO;
  }

  /** The place of a character that the tables cover. */
  public static int place(char c) {
    return c - FROM;
  }

  /** What it costs that a character is a surname, or {@link #NEVER}. */
  public int surname(char c) {
    return cost(surnames, c);
  }

  /** What a given name of two characters costs, {@link #NEVER} or more where it is none. */
  public int givenName(char first, char last) {
    return cost(firsts, first) + cost(lasts, last);
  }

  /** What a character of a transliterated name costs, or {@link #NEVER}. */
  public int letter(char c) {
    return cost(letters, c);
  }

  /** What a transliterated name costs beside its characters. */
  public int transliteration() {
    return transliteration;
  }

  private static int cost(char[] table, char c) {
    int place = c - FROM;
    return place >= 0 && place < table.length ? table[place] : NEVER;
  }

  /** The tables in the order of the constructor's arguments. */
  char[][] tables() {
    return new char[][] {surnames, firsts, lasts, letters};
  }
}
