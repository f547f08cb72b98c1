package io.xunbao.ikdict.segment;

import java.util.Arrays;

/** Units of terms that a text does not contain as they are; emptied for each text. */
final class Scratch {
  private char[] units = new char[64];
  private int length;

  void clear() {
    length = 0;
  }

  int length() {
    return length;
  }

  char[] units() {
    return units;
  }

  void append(char unit) {
    if (length == units.length) {
      units = Arrays.copyOf(units, length * 2);
    }
    units[length++] = unit;
  }

  void append(long number) {
    if (number >= 10) {
      append(number / 10);
    }
    append((char) ('0' + number % 10));
  }

  void append(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      append(text.charAt(i));
    }
  }
}
