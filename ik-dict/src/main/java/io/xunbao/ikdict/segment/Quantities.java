package io.xunbao.ikdict.segment;

import io.xunbao.ikdict.lexicon.WordTrie;

/**
 * Numbers with units in a normal form: 0.5kg, 500克 and 1斤 are all the term {@code 500g}, 2L is
 * {@code 2000ml}, 55英寸 is {@code 55寸}.
 *
 * <p>{@code G} after a power of two can be grams or gigabytes: the index takes both; a query takes
 * gigabytes from 64 on.
 */
final class Quantities {
  private static final int LONGEST_NUMBER = 10;
  private static final int DECIMALS = 3;
  private static final long ONE = 1_000;
  private static final int FIRST_GIGABYTES = 64;
  private static final int LAST_GIGABYTES = 512;
  private static final String TIMES = "*×x";

  private final Units units = Units.ALL;
  private final Scratch scratch;
  private final int word;
  private final int flags;
  private final int cost;

  Quantities(Scratch scratch, int word, int flags, int cost) {
    this.scratch = scratch;
    this.word = word;
    this.flags = flags;
    this.cost = cost;
  }

  /**
   * Adds the quantities that start with a number.
   *
   * @return the atom after a unit in letters, or 0 where there is none
   */
  int add(Atoms atoms, int number, Candidates out) {
    if (number + 1 >= atoms.size() || gap(atoms, number) > 1) {
      return 0;
    }
    long thousandths = thousandths(atoms, number);
    if (thousandths < 0) {
      return 0;
    }
    char[] text = atoms.text().units();
    int length = atoms.text().length();
    int atom = number + 1;
    int state = WordTrie.ROOT;
    int lettersEnd = 0;
    for (int i = atoms.start(atom); i < length; i++) {
      state = units.trie().step(state, text[i]);
      if (state == WordTrie.NONE) {
        break;
      }
      if (i + 1 == atoms.end(atom)) {
        atom++;
        int unit = units.trie().cost(state);
        if (unit != WordTrie.NO_WORD) {
          add(atoms, number, atom, thousandths, units.unit(unit), out);
          lettersEnd = atoms.kind(atom - 1) == CharKind.LETTER ? atom : lettersEnd;
        }
        if (atom == atoms.size() || !atoms.touchesNext(atom - 1)) {
          break;
        }
      }
    }
    return lettersEnd;
  }

  private void add(
      Atoms atoms, int from, int to, long thousandths, Units.Unit unit, Candidates out) {
    boolean ambiguous = isAmbiguous(thousandths, unit);
    boolean gigabytes = ambiguous && unit.isGram() && thousandths >= FIRST_GIGABYTES * ONE;
    if (ambiguous) {
      append(to, thousandths, gigabytes || unit.isGigabyte() ? "g" : "gb", out);
      out.onlyIndex();
    }
    if (gigabytes) {
      append(to, thousandths, "gb", out);
    } else {
      appendConverted(to, thousandths * unit.factor(), unit.base(), out);
    }
    if (unit.count() && !isPack(atoms, from, to)) {
      out.onlyIndex();
    }
  }

  private static boolean isAmbiguous(long thousandths, Units.Unit unit) {
    long whole = thousandths / ONE;
    return (unit.isGram() || unit.isGigabyte())
        && thousandths % ONE == 0
        && whole >= 2
        && whole <= LAST_GIGABYTES
        && Long.bitCount(whole) == 1;
  }

  /** Whether a times sign stands before or after, or 装 after. */
  private static boolean isPack(Atoms atoms, int from, int to) {
    boolean after =
        atoms.touchesNext(to - 1)
            && (isTimes(atoms, to) || atoms.text().unit(atoms.start(to)) == '装');
    return after || (from > 0 && atoms.touchesNext(from - 1) && isTimes(atoms, from - 1));
  }

  private static boolean isTimes(Atoms atoms, int atom) {
    return atoms.end(atom) - atoms.start(atom) == 1
        && TIMES.indexOf(atoms.text().unit(atoms.start(atom))) >= 0;
  }

  private void appendConverted(int to, long thousandths, String base, Candidates out) {
    if (base.equals("mg") && thousandths >= ONE * ONE) {
      append(to, thousandths, ONE * ONE, "g", out);
    } else {
      append(to, thousandths, base, out);
    }
  }

  private void append(int to, long thousandths, String unit, Candidates out) {
    append(to, thousandths, ONE, unit, out);
  }

  private void append(int to, long amount, long one, String unit, Candidates out) {
    int start = scratch.length();
    scratch.append(amount / one);
    long rest = amount % one;
    if (rest > 0) {
      scratch.append('.');
      for (long digit = one / 10; rest > 0; digit /= 10) {
        scratch.append((char) ('0' + rest / digit));
        rest %= digit;
      }
    }
    scratch.append(unit);
    int length = scratch.length() - start;
    out.add(to, word, flags, cost, TokenKind.QUANTITY, -1 - start, length);
  }

  private static int gap(Atoms atoms, int atom) {
    return atoms.start(atom + 1) - atoms.end(atom);
  }

  /** A number in thousandths, or -1 where it is none that can be exact. */
  private static long thousandths(Atoms atoms, int atom) {
    if (atoms.end(atom) - atoms.start(atom) > LONGEST_NUMBER) {
      return -1;
    }
    long value = 0;
    int decimals = -1;
    for (int i = atoms.start(atom); i < atoms.end(atom); i++) {
      char c = atoms.text().unit(i);
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
        decimals += decimals >= 0 ? 1 : 0;
      } else if (c == '.' && decimals < 0) {
        decimals = 0;
      } else if (c != ',') {
        return -1;
      }
    }
    for (int d = Math.max(0, decimals); d < DECIMALS; d++) {
      value *= 10;
    }
    return decimals > DECIMALS ? -1 : value;
  }
}
