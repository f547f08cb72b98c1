package io.xunbao.ikdict.segment;

/** What a token is and by which rule it was found. */
public enum TokenKind {
  /** A word of the lexicon. */
  WORD,
  /** A single Chinese character. */
  CHARACTER,
  /** A run of letters. */
  LATIN,
  /** A number in digits or Chinese numerals. */
  NUMBER,
  /** A point in time, such as 1998年 or 三月. */
  TIME,
  /** Letters and digits that belong together, such as a model number, without its separators. */
  MODEL,
  /** A number with its unit in a normal form, such as 500g for 0.5kg and 1斤. */
  QUANTITY,
  /** A run of kana. */
  KANA,
  /** A name that is not in the lexicon. */
  NAME,
  /** An emoji or another symbol outside the basic plane. */
  SYMBOL,
  /** Punctuation: it takes part in the best path, but is no token. */
  MARK
}
