package io.xunbao.ikdict.segment;

/** The value of a number in digits, in thousandths, so that sums and conversions are exact. */
final class Amount {
  /** The answer where the number is none that can be exact. */
  static final long NONE = -1;

  /** Thousandths in one. */
  static final long ONE = 1_000;

  private static final int LONGEST_NUMBER = 10;
  private static final int DECIMALS = 3;

  private Amount() {}

  /** The thousandths of an atom that is a number, or {@link #NONE}. */
  static long thousandths(Atoms atoms, int atom) {
    if (atoms.end(atom) - atoms.start(atom) > LONGEST_NUMBER) {
      return NONE;
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
        return NONE;
      }
    }
    for (int d = Math.max(0, decimals); d < DECIMALS; d++) {
      value *= 10;
    }
    return decimals > DECIMALS ? NONE : value;
  }

  /** The product, or {@link #NONE} where it is no longer exact. */
  static long times(long amount, long factor) {
    return amount > Long.MAX_VALUE / factor ? NONE : amount * factor;
  }

  /** Appends an amount that is counted in parts of {@code one}, without zeros at its end. */
  static void append(long amount, long one, Scratch out) {
    out.append(amount / one);
    long rest = amount % one;
    if (rest > 0) {
      out.append('.');
      for (long digit = one / 10; rest > 0; digit /= 10) {
        out.append((char) ('0' + rest / digit));
        rest %= digit;
      }
    }
  }

  /** Appends an amount of a unit in the unit's normal form: 500000 mg are 500 g. */
  static void append(long thousandths, Units.Unit unit, Scratch out) {
    long amount = thousandths * unit.factor();
    boolean grams = unit.base().equals("mg") && amount >= ONE * ONE;
    append(amount, grams ? ONE * ONE : ONE, out);
    out.append(grams ? "g" : unit.base());
  }
}
