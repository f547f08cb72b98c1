package io.xunbao.ikdict.segment;

import io.xunbao.ikdict.lexicon.WordTrie;
import io.xunbao.ikdict.segment.Units.Sort;

/**
 * Numbers that a times sign or a plus sign joins, as a whole in one normal form beside their parts:
 * 50gx3, 50g*3, 0.05kg×3 and 3x50g are the term {@code 50gx3}, 10片*3盒 is {@code 10片x3盒}, 12+512G
 * and 12GB+512GB are {@code 12+512gb}. The index takes whole and parts, a query asks for the parts.
 */
final class Packs {
  private static final String TIMES = "*×x";
  private static final int MOST_FACTORS = 4;

  private final Units units = Units.ALL;
  private final Scratch scratch;
  private final int word;
  private final int flags;
  private final int cost;

  private final long[] amounts = new long[MOST_FACTORS];
  private final Units.Unit[] unitOf = new Units.Unit[MOST_FACTORS];

  Packs(Scratch scratch, int word, int flags, int cost) {
    this.scratch = scratch;
    this.word = word;
    this.flags = flags;
    this.cost = cost;
  }

  /** Adds the packs that start with a number in digits, for the index alone. */
  void add(Atoms atoms, int number, Candidates out) {
    int end = readFactor(atoms, number, 0);
    if (end < 0 || end >= atoms.size() || !atoms.touchesNext(end - 1)) {
      return;
    }
    if (atoms.is(end, '+')) {
      addSum(atoms, number, end, out);
      return;
    }
    for (int factor = 1; factor < MOST_FACTORS && isTimes(atoms, end); factor++) {
      end = readFactor(atoms, end + 1, factor);
      if (end < 0) {
        return;
      }
      if (hasUnit(factor + 1)) {
        addProduct(end, factor + 1, out);
      }
      if (end == atoms.size() || !atoms.touchesNext(end - 1)) {
        return;
      }
    }
  }

  /** Reads a number and its longest unit; answers the atom after them, or -1. */
  private int readFactor(Atoms atoms, int number, int factor) {
    amounts[factor] = Amount.thousandths(atoms, number);
    unitOf[factor] = Units.NONE;
    if (amounts[factor] == Amount.NONE) {
      return -1;
    }
    int end = number + 1;
    if (!atoms.touchesNext(number)) {
      return end;
    }
    char[] text = atoms.text().units();
    int atom = end;
    int state = WordTrie.ROOT;
    for (int i = atoms.start(atom); i < atoms.text().length(); i++) {
      state = units.trie().step(state, text[i]);
      if (state == WordTrie.NONE) {
        break;
      }
      if (i + 1 == atoms.end(atom)) {
        atom++;
        int unit = units.trie().cost(state);
        if (unit != WordTrie.NO_WORD) {
          unitOf[factor] = units.unit(unit);
          end = atom;
        }
        if (atom == atoms.size() || !atoms.touchesNext(atom - 1)) {
          break;
        }
      }
    }
    boolean exact = Amount.times(amounts[factor], unitOf[factor].factor()) != Amount.NONE;
    return exact ? end : -1;
  }

  /**
   * Numbers alone, as 70x50, are no pack: as one rare term they would outweigh what is asked for.
   */
  private boolean hasUnit(int factors) {
    for (int i = 0; i < factors; i++) {
      if (unitOf[i] != Units.NONE) {
        return true;
      }
    }
    return false;
  }

  /** Sizes have the unit of the last one, as 70x50cm; else what is counted stands last. */
  private void addProduct(int to, int factors, Candidates out) {
    int start = scratch.length();
    Units.Unit last = unitOf[factors - 1];
    boolean swapped = factors == 2 && unitOf[0] == Units.NONE && last.sort() == Sort.MEASURE;
    for (int i = 0; i < factors; i++) {
      int factor = swapped && !last.isLength() ? 1 - i : i;
      boolean bare = unitOf[factor] == Units.NONE && last.isLength();
      if (i > 0) {
        scratch.append('x');
      }
      Amount.append(amounts[factor], bare ? last : unitOf[factor], scratch);
    }
    add(to, start, out);
  }

  /** Memory and storage of a phone; other sums are none. */
  private void addSum(Atoms atoms, int number, int plus, Candidates out) {
    int second = plus + 1;
    if (!atoms.touchesNext(plus) || atoms.kind(second) != CharKind.DIGIT || !isMemory(0)) {
      return;
    }
    int end = readFactor(atoms, second, 1);
    if (end < 0 || !isMemory(1)) {
      return;
    }
    int start = scratch.length();
    Amount.append(amounts[0], Units.NONE, scratch);
    scratch.append('+');
    boolean terabytes = unitOf[1].base().equals("tb");
    Amount.append(amounts[1], terabytes ? unitOf[1] : Units.GIGABYTE, scratch);
    add(end, start, out);
  }

  private boolean isMemory(int part) {
    Units.Unit unit = unitOf[part];
    return unit == Units.NONE || unit.isGram() || unit.isGigabyte() || unit.base().equals("tb");
  }

  private void add(int to, int start, Candidates out) {
    int length = scratch.length() - start;
    out.add(to, word, flags, cost, TokenKind.QUANTITY, -1 - start, length);
    out.onlyIndex();
  }

  /** Whether a times sign stands before or after, or 装 after. */
  static boolean isPack(Atoms atoms, int from, int to) {
    boolean after = atoms.touchesNext(to - 1) && (isTimesSign(atoms, to) || atoms.is(to, '装'));
    return after || (from > 0 && atoms.touchesNext(from - 1) && isTimesSign(atoms, from - 1));
  }

  /** Whether an atom of a join is a times sign between numbers. */
  static boolean hasTimes(Atoms atoms, int first, int last) {
    for (int atom = first; atom <= last; atom++) {
      if (atoms.is(atom, 'x') && isTimes(atoms, atom)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether an atom is a times sign: between a number, with a unit or without, that is no part of a
   * longer model number, and a number.
   */
  static boolean isTimes(Atoms atoms, int atom) {
    if (!isTimesSign(atoms, atom)
        || atom == 0
        || !atoms.touchesNext(atom - 1)
        || !atoms.touchesNext(atom)
        || atoms.kind(atom + 1) != CharKind.DIGIT) {
      return false;
    }
    if (atoms.kind(atom) == CharKind.MARK) {
      return true;
    }
    int number = atom - 1;
    if (atoms.kind(number) == CharKind.LETTER && number > 0 && atoms.touchesNext(number - 1)) {
      number--;
    }
    return atoms.kind(number) == CharKind.HAN
        || (atoms.kind(number) == CharKind.DIGIT && startsRun(atoms, number));
  }

  private static boolean startsRun(Atoms atoms, int number) {
    if (number == 0 || !atoms.touchesNext(number - 1)) {
      return true;
    }
    int kind = atoms.kind(number - 1);
    return kind == CharKind.HAN
        || kind == CharKind.KANA
        || (kind == CharKind.MARK && !atoms.is(number - 1, '-'))
        || isTimes(atoms, number - 1);
  }

  private static boolean isTimesSign(Atoms atoms, int atom) {
    return atoms.end(atom) - atoms.start(atom) == 1
        && TIMES.indexOf(atoms.text().unit(atoms.start(atom))) >= 0;
  }
}
