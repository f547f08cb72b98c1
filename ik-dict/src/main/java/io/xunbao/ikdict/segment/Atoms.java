package io.xunbao.ikdict.segment;

import io.xunbao.ikdict.normalize.NormalizedText;
import java.util.Arrays;

/**
 * The smallest parts of a text that a token can consist of: one Chinese character, a run of
 * letters, a number, a run of kana, a mark. White space separates atoms and is none. How a text
 * falls into atoms depends on nothing outside the atom, which is why a cut at an atom's border
 * changes no other atom.
 */
final class Atoms {
  /** Longest run that stays one atom, so that no term is longer than an index takes. */
  private static final int LONGEST = 128;

  private NormalizedText text = new NormalizedText();
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private byte[] kinds = new byte[256];
  private int[] positions = new int[257];
  private int size;

  int size() {
    return size;
  }

  /** The first unit of an atom. */
  int start(int atom) {
    return starts[atom];
  }

  /** The unit after an atom. */
  int end(int atom) {
    return ends[atom];
  }

  byte kind(int atom) {
    return kinds[atom];
  }

  NormalizedText text() {
    return text;
  }

  /** How many atoms that are no marks stand before an atom. */
  int position(int atom) {
    return positions[atom];
  }

  /** Whether nothing stands between an atom and the one after it. */
  boolean touchesNext(int atom) {
    return atom + 1 < size && ends[atom] == starts[atom + 1];
  }

  void scan(NormalizedText normalized) {
    text = normalized;
    size = 0;
    int length = normalized.length();
    if (starts.length <= length) {
      grow(Math.max(length + 1, starts.length * 2));
    }
    char[] units = normalized.units();
    for (int i = 0; i < length; ) {
      byte kind = CharKind.of(units[i]);
      int end = i + 1;
      if (kind != CharKind.SPACE) {
        if (kind == CharKind.HAN) {
          while (normalized.isGlued(end)) {
            end++;
          }
        } else if (kind != CharKind.MARK) {
          end = endOfRun(units, i, kind, Math.min(length, i + LONGEST));
          kind = kind == CharKind.SURROGATE ? kindOfPair(units, i, end) : kind;
        }
        add(i, end, kind);
      }
      i = end;
    }
  }

  private void add(int start, int end, byte kind) {
    starts[size] = start;
    ends[size] = end;
    kinds[size] = kind;
    positions[size + 1] = positions[size] + (kind == CharKind.MARK ? 0 : 1);
    size++;
  }

  private static byte kindOfPair(char[] units, int start, int end) {
    if (end - start < 2) {
      return CharKind.MARK;
    }
    int point = Character.toCodePoint(units[start], units[start + 1]);
    if (Character.isIdeographic(point)) {
      return CharKind.HAN;
    }
    return CharKind.SYMBOL;
  }

  private static int endOfRun(char[] units, int start, byte kind, int limit) {
    int end = start + 1;
    switch (kind) {
      case CharKind.SURROGATE -> {
        return end < limit && Character.isSurrogatePair(units[start], units[end]) ? end + 1 : end;
      }
      case CharKind.DIGIT -> {
        return endOfNumber(units, start, limit);
      }
      default -> {
        while (end < limit && CharKind.of(units[end]) == kind) {
          end++;
        }
        return end;
      }
    }
  }

  /** Digits with decimal points, commas before three digits, and a per cent sign at the end. */
  private static int endOfNumber(char[] units, int start, int limit) {
    int end = start + 1;
    while (end < limit) {
      if (CharKind.of(units[end]) == CharKind.DIGIT || isPointWithin(units, end, limit)) {
        end++;
      } else {
        break;
      }
    }
    return end < limit && (units[end] == '%' || units[end] == '\u2030') ? end + 1 : end;
  }

  private static boolean isPointWithin(char[] units, int at, int limit) {
    if (units[at] == '.') {
      return digitAt(units, at + 1, limit);
    }
    return units[at] == ','
        && digitAt(units, at + 1, limit)
        && digitAt(units, at + 2, limit)
        && digitAt(units, at + 3, limit)
        && !digitAt(units, at + 4, limit);
  }

  private static boolean digitAt(char[] units, int at, int limit) {
    return at < limit && CharKind.of(units[at]) == CharKind.DIGIT;
  }

  private void grow(int capacity) {
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
    positions = Arrays.copyOf(positions, capacity + 1);
  }
}
