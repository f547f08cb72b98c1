package io.xunbao.ikdict.segment;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lexicon.WordClass;
import io.xunbao.ikdict.lexicon.WordTrie;

/** Numbers in Chinese numerals, ordinals and points in time: 三百, 第一, 1998年, 三月. */
final class Numerals {
  private static final int NUMERAL = CharKind.NUMERAL_DIGIT | CharKind.NUMERAL_MULTIPLIER;
  private static final int LONGEST = 10;
  private static final int BOTH = WordTrie.LEFT_OF_PAIRS | WordTrie.RIGHT_OF_PAIRS;

  private final int number;
  private final int numberCost;
  private final int time;
  private final int timeCost;
  private final Quantities quantities;

  Numerals(Lexicon lexicon, Quantities quantities) {
    this.quantities = quantities;
    number = lexicon.numberOf(WordClass.NUMBER);
    numberCost = lexicon.words().cost(number);
    time = lexicon.numberOf(WordClass.TIME);
    timeCost = lexicon.words().cost(time);
  }

  int number() {
    return number;
  }

  int numberCost() {
    return numberCost;
  }

  /**
   * Tokens that start with a Chinese numeral, with 半 or with 第.
   *
   * @param longestWord the atom after the longest word of the lexicon that starts there too
   */
  void addChinese(Atoms atoms, int atom, int longestWord, Candidates out) {
    switch (atoms.numeral(atom)) {
      case 0 -> {}
      case CharKind.HALF -> quantities.addChinese(atoms, atom, atom + 1, longestWord, out);
      case CharKind.ORDINAL -> addRuns(atoms, atom, 1, 0, out);
      default -> addRuns(atoms, atom, 0, longestWord, out);
    }
  }

  /**
   * Every run of numerals that starts after {@code skip} atoms, since each may be cut off later.
   */
  private void addRuns(Atoms atoms, int atom, int skip, int longestWord, Candidates out) {
    boolean digitsOnly = true;
    int end = atom + skip;
    while (end < atoms.size() && end - atom < LONGEST && (atoms.numeral(end) & NUMERAL) != 0) {
      digitsOnly &= atoms.numeral(end) == CharKind.NUMERAL_DIGIT;
      end++;
      if (end - atom > 1) {
        add(atoms, atom, end, number, numberCost, TokenKind.NUMBER, out);
      }
      if (skip == 0
          && isTime(atoms, end, digitsOnly && end - atom > 1, isSmall(atoms, atom, end))) {
        add(atoms, atom, end + 1, time, timeCost, TokenKind.TIME, out);
      }
      if (skip == 0) {
        quantities.addChinese(atoms, atom, end, longestWord, out);
      }
      if (!atoms.touchesNext(end - 1)) {
        return;
      }
    }
  }

  /** A point in time that starts with digits. */
  void addDigits(Atoms atoms, int atom, Candidates out) {
    if (!atoms.touchesNext(atom)) {
      return;
    }
    int length = atoms.end(atom) - atoms.start(atom);
    boolean year = length == 4 || (length == 2 && atoms.text().unit(atoms.start(atom)) >= '5');
    if (isTime(atoms, atom + 1, year, length <= 2)) {
      add(atoms, atom, atom + 2, time, timeCost, TokenKind.TIME, out);
    }
  }

  private static boolean isTime(Atoms atoms, int atom, boolean year, boolean small) {
    if (atom >= atoms.size() || atoms.start(atom) != atoms.end(atom - 1)) {
      return false;
    }
    return switch (unit(atoms, atom)) {
      case '年' -> year;
      case '月', '日', '时', '分' -> small;
      default -> false;
    };
  }

  /** Whether a run of numerals can count months, days or hours: 三, 十二, 二十, 三十一. */
  private static boolean isSmall(Atoms atoms, int from, int to) {
    for (int atom = from; atom < to; atom++) {
      if (atoms.numeral(atom) != CharKind.NUMERAL_DIGIT && unit(atoms, atom) != '十') {
        return false;
      }
    }
    return to - from <= 3;
  }

  /** The only unit of an atom, or a space where it has several. */
  private static char unit(Atoms atoms, int atom) {
    return atoms.end(atom) - atoms.start(atom) > 1 ? ' ' : atoms.text().unit(atoms.start(atom));
  }

  private static void add(
      Atoms atoms, int from, int to, int word, int cost, TokenKind kind, Candidates out) {
    int start = atoms.start(from);
    out.add(to, word, BOTH, cost, kind, start, atoms.end(to - 1) - start);
  }
}
