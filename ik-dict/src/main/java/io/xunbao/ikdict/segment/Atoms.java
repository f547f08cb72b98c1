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

  /** What the atom consists of: a kind of {@link CharKind}. */
  int kind(int atom) {
    return kinds[atom] & CharKind.KIND_MASK;
  }

  /** What numeral the atom is: bits of {@link CharKind}, 0 where it is none. */
  int numeral(int atom) {
    return kinds[atom] & ~CharKind.KIND_MASK;
  }

  /** Whether an atom is just one unit. */
  boolean is(int atom, char unit) {
    return ends[atom] - starts[atom] == 1 && text.unit(starts[atom]) == unit;
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

  /** Whether an atom and the next are single Chinese characters side by side. */
  boolean isPair(int atom) {
    int next = atom + 1;
    return next < size
        && ends[next] - starts[atom] == 2
        && kind(atom) == CharKind.HAN
        && kind(next) == CharKind.HAN;
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
      byte bits = CharKind.of(units[i]);
      int end = i + 1;
      switch (bits & CharKind.KIND_MASK) {
        case CharKind.SPACE -> {}
        case CharKind.HAN -> {
          while (normalized.isGlued(end)) {
            end++;
          }
          add(i, end, end == i + 1 ? bits : CharKind.HAN);
        }
        case CharKind.MARK -> add(i, end, bits);
        case CharKind.SURROGATE -> {
          end = endOfPair(units, i, length);
          add(i, end, kindOfPair(units, i, end));
        }
        default -> {
          end = endOfRun(units, i, bits, Math.min(length, i + LONGEST));
          add(i, end, bits);
        }
      }
      i = end;
    }
  }

  private void add(int start, int end, byte kind) {
    starts[size] = start;
    ends[size] = end;
    kinds[size] = kind;
    positions[size + 1] = positions[size] + ((kind & CharKind.KIND_MASK) == CharKind.MARK ? 0 : 1);
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

  private static int endOfPair(char[] units, int start, int length) {
    int next = start + 1;
    return next < length && Character.isSurrogatePair(units[start], units[next]) ? next + 1 : next;
  }

  private static int endOfRun(char[] units, int start, byte kind, int limit) {
    if (kind == CharKind.DIGIT) {
      return endOfNumber(units, start, limit);
    }
    int end = start + 1;
    while (end < limit && CharKind.of(units[end]) == kind) {
      end++;
    }
    return units[end - 1] == 'x' && isUnitBeforeTimes(units, start, end - 1) ? end - 1 : end;
  }

  /** Whether letters are a unit, so that an x after them is a times sign, as in 50gx3. */
  private static boolean isUnitBeforeTimes(char[] units, int start, int end) {
    char last = end > start ? units[end - 1] : ' ';
    return switch (end - start) {
      case 1 -> last == 'g' || last == 'l';
      case 2 ->
          switch (units[start]) {
            case 'k' -> last == 'g';
            case 'm' -> last == 'g' || last == 'l' || last == 'm';
            case 'c' -> last == 'm';
            default -> false;
          };
      default -> false;
    };
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
