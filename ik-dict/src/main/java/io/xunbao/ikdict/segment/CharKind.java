package io.xunbao.ikdict.segment;

/** What a UTF-16 unit can be part of; a table for the basic plane, made once. */
final class CharKind {
  static final byte SPACE = 0;
  static final byte MARK = 1;
  static final byte HAN = 2;
  static final byte LETTER = 3;
  static final byte DIGIT = 4;
  static final byte KANA = 5;
  static final byte SURROGATE = 6;
  static final byte SYMBOL = 7;

  private static final byte[] KINDS = table();

  private CharKind() {}

  static byte of(char c) {
    return KINDS[c];
  }

  private static byte[] table() {
    byte[] kinds = new byte[1 << 16];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = kindOf((char) c);
    }
    return kinds;
  }

  private static byte kindOf(char c) {
    if (Character.isSurrogate(c)) {
      return SURROGATE;
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return SPACE;
    }
    if (c == '\u3007' || Character.isIdeographic(c)) {
      return HAN;
    }
    Character.UnicodeBlock block = Character.UnicodeBlock.of(c);
    boolean kana =
        block == Character.UnicodeBlock.HIRAGANA || block == Character.UnicodeBlock.KATAKANA;
    if (Character.isLetter(c) || c == '\u30fc') {
      return kana ? KANA : LETTER;
    }
    if (Character.isDigit(c)) {
      return DIGIT;
    }
    return Character.getType(c) == Character.NON_SPACING_MARK ? LETTER : MARK;
  }
}
