package io.xunbao.ikdict.segment;

import java.util.Objects;

/**
 * A word in a text.
 *
 * @param text the normalised form, which is what the index holds
 * @param start offset of the first character in the original text, in UTF-16 units
 * @param end offset after the last character
 */
public record Token(String text, int start, int end) {
  public Token {
    Objects.requireNonNull(text, "text");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "0 <= start <= end must hold, got " + start + ", " + end + " for " + text);
    }
  }
}
