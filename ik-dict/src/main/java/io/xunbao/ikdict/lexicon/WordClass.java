package io.xunbao.ikdict.lexicon;

/**
 * Kinds of words that stand in the bigram table as one word, since no list can hold them all. In a
 * trie each is spelt as one character of Unicode's private use area, which no text walks into.
 */
public enum WordClass {
  /** The start of a sentence. */
  BEGIN,
  /** The end of a sentence. */
  END,
  /** A number in digits or Chinese numerals. */
  NUMBER,
  /** A point in time, such as 1998年 or 三月. */
  TIME,
  /** Latin words, model numbers. */
  LATIN,
  /** A person's name. */
  PERSON,
  /** A place. */
  PLACE,
  /** An organisation. */
  ORGANISATION,
  /** Another proper name. */
  NAME;

  private static final char FIRST = '\uE000';

  /** How a trie spells this class. */
  public String spelling() {
    return String.valueOf((char) (FIRST + ordinal()));
  }
}
