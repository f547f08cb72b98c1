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

  /** Bits of {@link #of} that hold the kind; the rest says what numeral the unit is. */
  static final int KIND_MASK = 0x07;

  static final byte HALF = 0x08;
  static final byte NUMERAL_DIGIT = 0x10;
  static final byte NUMERAL_MULTIPLIER = 0x20;
  static final byte ORDINAL = 0x40;

  private static final String DIGITS = "〇零○一二三四五六七八九";
  private static final String MULTIPLIERS = "十百千万亿两";

  private static final byte[] KINDS = table();

  private CharKind() {}

  /** The kind of a unit together with its numeral bits. */
  static byte of(char c) {
    return KINDS[c];
  }

  /** The kind of a unit alone. */
  static int kindOf(char c) {
    return KINDS[c] & KIND_MASK;
  }

  private static byte[] table() {
    byte[] kinds = new byte[1 << 16];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = kindFor((char) c);
    }
    DIGITS.chars().forEach(c -> kinds[c] = (byte) (HAN | NUMERAL_DIGIT));
    MULTIPLIERS.chars().forEach(c -> kinds[c] = (byte) (HAN | NUMERAL_MULTIPLIER));
    kinds['第'] = HAN | ORDINAL;
    kinds['半'] = HAN | HALF;
    return kinds;
  }

  private static byte kindFor(char c) {
    if (Character.isSurrogate(c)) {
      return SURROGATE;
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return SPACE;
    }
    if (c == '\u3007' || Character.isIdeographic(c)) {
      return HAN;
    }
    boolean kana = c >= '\u3040' && c <= '\u30ff' || c >= '\u31f0' && c <= '\u31ff';
    if (Character.isLetter(c) || c == '\u30fc') {
      return kana ? KANA : LETTER;
    }
    if (Character.isDigit(c)) {
      return DIGIT;
    }
    return Character.getType(c) == Character.NON_SPACING_MARK ? LETTER : MARK;
  }
}
