package io.xunbao.ikdict.segment;

import java.util.Objects;

/**
 * A word in a text.
 *
 * @param text the normalised form, which is what the index holds
 * @param start offset of the first character in the original text, in UTF-16 units
 * @param end offset after the last character
 * @param kind what the token is and by which rule it was found
 * @param position the number of atoms (single Chinese characters, runs of letters, numbers) before
 *     it
 * @param positionLength the number of atoms it covers
 */
public record Token(
    String text, int start, int end, TokenKind kind, int position, int positionLength) {
  public Token {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(kind, "kind");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "0 <= start <= end must hold, got " + start + ", " + end + " for " + text);
    }
    if (position < 0 || positionLength < 0) {
      throw new IllegalArgumentException(
          "position and positionLength must be >= 0, got " + position + ", " + positionLength);
    }
  }

  /** A word of the lexicon at the first position. */
  public Token(String text, int start, int end) {
    this(text, start, end, TokenKind.WORD, 0, 1);
  }
}
