package io.xunbao.ikdict.segment;

/**
 * The value of a number in Chinese numerals. It starts with a digit, 两 or 十, as in 三百, 两千五百 and 十二,
 * or is a row of digits with a zero, as in 二〇〇. What has several readings is no number here: 三四
 * (three or four), 一百五 (105 or 150); nor are 百 and 千 alone, which begin names such as 百雀羚.
 */
final class ChineseNumber {
  /** The answer where the numerals are no number. */
  static final long NONE = -1;

  private static final String DIGITS = "零一二三四五六七八九";
  private static final long HUNDRED = 100;
  private static final long TEN_THOUSAND = 10_000;
  private static final long MOST = 9_999_999_999L;

  private ChineseNumber() {}

  /** The value, above 0, of some atoms that are Chinese numerals, or {@link #NONE}. */
  static long value(Atoms atoms, int from, int to) {
    long row = rowOfDigits(atoms, from, to);
    long value = row > 0 ? row : grouped(atoms, from, to);
    return value > 0 && value <= MOST ? value : NONE;
  }

  private static long rowOfDigits(Atoms atoms, int from, int to) {
    long value = 0;
    boolean zero = to - from == 1;
    for (int atom = from; atom < to; atom++) {
      int digit = digit(numeral(atoms, atom));
      if (digit < 0 || value > MOST) {
        return NONE;
      }
      zero |= digit == 0;
      value = value * 10 + digit;
    }
    return zero ? value : NONE;
  }

  /** Groups below ten thousand, each before 万 or 亿, as in 三万五千. */
  private static long grouped(Atoms atoms, int from, int to) {
    long all = 0;
    long group = 0;
    long digit = numeral(atoms, from) == '十' ? 1 : 0;
    long last = Long.MAX_VALUE;
    for (int atom = from; atom < to; atom++) {
      char c = numeral(atoms, atom);
      long power = power(c);
      if (power == 0) {
        int next = c == '两' ? 2 : digit(c);
        if (digit > 0 || (next == 0 && last == Long.MAX_VALUE)) {
          return NONE;
        }
        digit = next;
        last = next == 0 ? 0 : last;
      } else if (power >= TEN_THOUSAND) {
        all = (all + group + digit) * power;
        if (all == 0 || all > MOST) {
          return NONE;
        }
        group = 0;
        digit = 0;
        last = power;
      } else {
        if (digit == 0 || (last > 0 && power >= last)) {
          return NONE;
        }
        group += digit * power;
        digit = 0;
        last = power;
      }
    }
    boolean ambiguous = digit > 0 && last >= HUNDRED && last < Long.MAX_VALUE;
    return ambiguous ? NONE : all + group + digit;
  }

  private static long power(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> HUNDRED;
      case '千' -> 1_000;
      case '万' -> TEN_THOUSAND;
      case '亿' -> TEN_THOUSAND * TEN_THOUSAND;
      default -> 0;
    };
  }

  /** The value of one atom that is a digit of either writing, or -1. */
  static int digit(Atoms atoms, int atom) {
    if (atoms.end(atom) - atoms.start(atom) != 1) {
      return -1;
    }
    char c = numeral(atoms, atom);
    return c >= '0' && c <= '9' ? c - '0' : digit(c);
  }

  private static int digit(char c) {
    return c == '〇' || c == '○' ? 0 : DIGITS.indexOf(c);
  }

  private static char numeral(Atoms atoms, int atom) {
    return atoms.text().unit(atoms.start(atom));
  }
}
