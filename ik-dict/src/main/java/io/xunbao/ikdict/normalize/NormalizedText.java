package io.xunbao.ikdict.normalize;

import java.util.Arrays;

/**
 * A text in its normal spelling with the original offsets of each unit; reused from text to text.
 */
public final class NormalizedText {
  private char[] units = new char[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private boolean[] glued = {};
  private boolean hasGlue;
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

  /**
   * Whether a unit belongs with the one before it, as in a traditional phrase whose simplified form
   * is not that of its characters: cut between them, the text would have another normal spelling.
   */
  public boolean isGlued(int index) {
    return hasGlue && index < glued.length && glued[index];
  }

  @Override
  public String toString() {
    return new String(units, 0, length);
  }

  void clear(int capacity) {
    length = 0;
    hasGlue = false;
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

  /** Adds a unit that belongs with the one before it. */
  void addGlued(char unit, int start, int end) {
    if (!hasGlue || glued.length <= length) {
      glued = hasGlue ? Arrays.copyOf(glued, units.length + 1) : new boolean[units.length + 1];
      hasGlue = true;
    }
    glued[length] = true;
    add(unit, start, end);
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
