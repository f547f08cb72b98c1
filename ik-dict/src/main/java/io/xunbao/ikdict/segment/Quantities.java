package io.xunbao.ikdict.segment;

import io.xunbao.ikdict.lexicon.WordTrie;

/**
 * Numbers with units in a normal form: 0.5kg, 500克, 1斤 and 一斤 are all the term {@code 500g}, 2L is
 * {@code 2000ml}, 55英寸 is {@code 55寸}, 2万毫安 is {@code 20000mah}, 两斤半 is {@code 1250g}, 1米8 is
 * {@code 1800mm}.
 *
 * <p>{@code G} after a power of two can be grams or gigabytes: the index takes both; a query takes
 * gigabytes from 64 on. Chinese numerals with a unit begin words too (七匹狼): a query takes a longer
 * word of the lexicon, and the quantity only where it costs less than what else its text can be.
 */
final class Quantities {
  private static final int FIRST_GIGABYTES = 64;
  private static final int LAST_GIGABYTES = 512;
  private static final long TEN_THOUSAND = 10_000;

  /** What the unit behind Chinese numerals costs: about what a measure word after a number does. */
  private static final int UNIT_COST = 2_000;

  private final Units units = Units.ALL;
  private final Scratch scratch;
  private final int word;
  private final int flags;
  private final int cost;

  /** The number whose units are looked for: where it starts, its thousandths, its cost. */
  private int from;

  private long amount;
  private int price;

  Quantities(Scratch scratch, int word, int flags, int cost) {
    this.scratch = scratch;
    this.word = word;
    this.flags = flags;
    this.cost = cost;
  }

  /**
   * Adds the quantities that start with a number in digits.
   *
   * @return the atom after a unit in letters, or 0 where there is none
   */
  int add(Atoms atoms, int number, Candidates out) {
    int unit = number + 1;
    if (unit >= atoms.size() || atoms.start(unit) - atoms.end(number) > 1) {
      return 0;
    }
    long thousandths = Amount.thousandths(atoms, number);
    if (thousandths == Amount.NONE) {
      return 0;
    }
    number(number, thousandths, cost);
    int lettersEnd = addUnits(atoms, unit, out);
    if (isTenThousands(atoms, unit)) {
      number(number, thousandths * TEN_THOUSAND, cost);
      addUnits(atoms, unit + 1, out);
    }
    return lettersEnd;
  }

  /** Goods have tens of thousands of small units alone; 60万千瓦 is a power station's. */
  private static boolean isTenThousands(Atoms atoms, int atom) {
    return atoms.is(atom, '万')
        && atoms.touchesNext(atom - 1)
        && atoms.touchesNext(atom)
        && atoms.is(atom + 1, '毫');
  }

  /**
   * Adds the quantities that start with 半 or a number in Chinese numerals.
   *
   * @param unit the atom after the numerals
   * @param longestWord the atom after the longest word of the lexicon that starts there too
   */
  void addChinese(Atoms atoms, int numerals, int unit, int longestWord, Candidates out) {
    if (!atoms.touchesNext(unit - 1) || atoms.kind(unit) != CharKind.HAN) {
      return;
    }
    long thousandths = Amount.ONE / 2;
    if (!atoms.is(numerals, '半')) {
      thousandths = Amount.ONE * ChineseNumber.value(atoms, numerals, unit);
    }
    if (thousandths > 0) {
      int before = out.size();
      number(numerals, thousandths, cost + UNIT_COST);
      addUnits(atoms, unit, out);
      out.onlyIndex(before, isAfterNumeral(atoms, numerals) ? Integer.MAX_VALUE : longestWord);
    }
  }

  /** Whether the number begins before, as 三四斤 before 四斤 and 几十斤 before 十斤. */
  private static boolean isAfterNumeral(Atoms atoms, int numerals) {
    int before = numerals - 1;
    return before >= 0
        && atoms.touchesNext(before)
        && (atoms.numeral(before) != 0 || atoms.is(before, '几') || atoms.is(before, '数'));
  }

  private void number(int start, long thousandths, int costs) {
    from = start;
    amount = thousandths;
    price = costs;
  }

  private int addUnits(Atoms atoms, int first, Candidates out) {
    char[] text = atoms.text().units();
    int length = atoms.text().length();
    int atom = first;
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
        if (unit != WordTrie.NO_WORD && isPossible(units.unit(unit), atom - first)) {
          addUnit(atoms, atom, units.unit(unit), out);
          lettersEnd = atoms.kind(atom - 1) == CharKind.LETTER ? atom : lettersEnd;
        }
        if (atom == atoms.size() || !atoms.touchesNext(atom - 1)) {
          break;
        }
      }
    }
    return lettersEnd;
  }

  /** 三万 is a number and no short form of 三万像素; there is no 半 of what is counted. */
  private boolean isPossible(Units.Unit unit, int atoms) {
    if (Amount.times(amount, unit.factor()) == Amount.NONE) {
      return false;
    }
    boolean chinese = price > cost;
    boolean shortPixels = unit.isPixels() && atoms == 1;
    boolean half = amount < Amount.ONE && unit.sort() != Units.Sort.MEASURE;
    return !chinese || (!shortPixels && !half);
  }

  private void addUnit(Atoms atoms, int to, Units.Unit unit, Candidates out) {
    boolean ambiguous = isAmbiguous(unit);
    boolean gigabytes = ambiguous && unit.isGram() && amount >= FIRST_GIGABYTES * Amount.ONE;
    if (ambiguous) {
      append(to, amount, gigabytes || unit.isGigabyte() ? Units.GRAM : Units.GIGABYTE, out);
      out.onlyIndex();
    }
    append(to, amount, gigabytes ? Units.GIGABYTE : unit, out);
    if (unit.sort() != Units.Sort.MEASURE
        && isSaidOfAnything(unit)
        && !Packs.isPack(atoms, from, to)) {
      out.onlyIndex();
    }
    if (unit.sort() == Units.Sort.MEASURE && atoms.touchesNext(to - 1)) {
      addRest(atoms, to, unit, out);
    }
  }

  /** 三个 and 一片 are said of anything; 三片 and 1片 of goods. */
  private boolean isSaidOfAnything(Units.Unit unit) {
    return unit.sort() == Units.Sort.COUNT || (price > cost && amount == Amount.ONE);
  }

  /** 两斤半 and 1米8, whose last atom says how many parts of the unit come on top. */
  private void addRest(Atoms atoms, int to, Units.Unit unit, Candidates out) {
    if (atoms.is(to, '半')) {
      append(to + 1, amount + Amount.ONE / 2, unit, out);
    } else if (unit.isMetre() && amount % Amount.ONE == 0) {
      int tenths = ChineseNumber.digit(atoms, to);
      if (tenths > 0) {
        append(to + 1, amount + tenths * Amount.ONE / 10, unit, out);
      }
    }
  }

  private boolean isAmbiguous(Units.Unit unit) {
    long whole = amount / Amount.ONE;
    return (unit.isGram() || unit.isGigabyte())
        && price == cost
        && amount % Amount.ONE == 0
        && whole >= 2
        && whole <= LAST_GIGABYTES
        && Long.bitCount(whole) == 1;
  }

  private void append(int to, long thousandths, Units.Unit unit, Candidates out) {
    int start = scratch.length();
    Amount.append(thousandths, unit, scratch);
    int length = scratch.length() - start;
    out.add(to, word, flags, price, TokenKind.QUANTITY, -1 - start, length);
  }
}
