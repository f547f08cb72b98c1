package io.xunbao.ikdict.normalize;

import java.util.Arrays;

/** A text in its normal spelling with the original offsets of each unit; reused from text to text. */
public final class NormalizedText {
  private char[] units = new char[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int length;

  /** How many units the normal spelling has. */
  public int length() {
    return length;
  }

  /** A unit of the normal spelling. */
  public char unit(int index) {
    return units[index];
  }

  /** The array that holds the units, valid up to {@link #length} until the next text. */
  public char[] units() {
    return units;
  }

  /** The offset in the original text at which a unit starts. */
  public int start(int index) {
    return starts[index];
  }

  /** The offset in the original text after a unit. */
  public int end(int index) {
    return ends[index];
  }

  @Override
  public String toString() {
    return new String(units, 0, length);
  }

  void clear(int capacity) {
    length = 0;
    if (units.length < capacity) {
      grow(Math.max(capacity, units.length * 2));
    }
  }

  void add(char unit, int start, int end) {
    if (length == units.length) {
      grow(units.length * 2);
    }
    units[length] = unit;
    starts[length] = start;
    ends[length++] = end;
  }

  /** Puts another unit in the place of the last one, which then reaches to {@code end}. */
  void replaceLast(char unit, int end) {
    units[length - 1] = unit;
    ends[length - 1] = end;
  }

  private void grow(int size) {
    units = Arrays.copyOf(units, size);
    starts = Arrays.copyOf(starts, size);
    ends = Arrays.copyOf(ends, size);
  }
}
