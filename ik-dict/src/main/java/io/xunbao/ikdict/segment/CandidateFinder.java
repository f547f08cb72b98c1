package io.xunbao.ikdict.segment;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lexicon.WordClass;
import io.xunbao.ikdict.lexicon.WordTrie;

/**
 * Finds the tokens that can start at an atom. What it finds depends on the text of the token alone,
 * or on more text around it in such a way that less text finds fewer tokens: this makes the tokens
 * of a part of a text tokens of the whole.
 */
final class CandidateFinder {
  /** The cost of a character that no word of the lexicon consists of. */
  static final int UNKNOWN_CHARACTER = 14_000;

  private final WordTrie words;
  private final int latin;
  private final int latinCost;
  private final Numerals numerals;
  private final Joins joins;
  private final Scratch scratch = new Scratch();
  private Atoms atoms = new Atoms();

  CandidateFinder(Lexicon lexicon) {
    words = lexicon.words();
    latin = lexicon.numberOf(WordClass.LATIN);
    latinCost = words.cost(latin);
    numerals = new Numerals(lexicon);
    joins = new Joins(scratch, latin, latinCost);
  }

  void start(Atoms text) {
    atoms = text;
    scratch.clear();
  }

  Scratch scratch() {
    return scratch;
  }

  /**
   * Fills the table with the tokens that start at an atom; there is always one, the atom itself.
   */
  void find(int atom, Candidates out) {
    out.clear();
    switch (atoms.kind(atom)) {
      case CharKind.HAN -> {
        addWords(atom, out, TokenKind.CHARACTER, 0, UNKNOWN_CHARACTER);
        numerals.addChinese(atoms, atom, out);
      }
      case CharKind.DIGIT -> {
        addWords(atom, out, TokenKind.NUMBER, numerals.number(), numerals.numberCost());
        numerals.addDigits(atoms, atom, out);
        joins.add(atoms, atom, out);
      }
      case CharKind.LETTER -> {
        addWords(atom, out, TokenKind.LATIN, latin, latinCost);
        joins.add(atoms, atom, out);
      }
      case CharKind.KANA -> addWords(atom, out, TokenKind.KANA, latin, latinCost);
      case CharKind.MARK -> addWords(atom, out, TokenKind.MARK, 0, latinCost);
      default -> addWords(atom, out, TokenKind.SYMBOL, 0, latinCost);
    }
  }

  /** The atom itself, as a word of the lexicon where it is one, and all longer words. */
  private void addWords(
      int atom, Candidates out, TokenKind kind, int otherwise, int otherwiseCost) {
    char[] units = atoms.text().units();
    int length = atoms.text().length();
    int start = atoms.start(atom);
    int state = WordTrie.ROOT;
    int last = atom;
    boolean whole = false;
    for (int i = start; i < length; i++) {
      state = words.step(state, units[i]);
      if (state == WordTrie.NONE) {
        break;
      }
      if (i + 1 == atoms.end(last)) {
        last++;
        int cost = words.cost(state);
        if (cost != WordTrie.NO_WORD) {
          whole |= last == atom + 1;
          add(out, last, state, cost, last == atom + 1 ? kind : TokenKind.WORD, start, i + 1);
        }
        if (last == atoms.size()) {
          break;
        }
      }
    }
    if (!whole) {
      add(out, atom + 1, otherwise, otherwiseCost, kind, start, atoms.end(atom));
    }
  }

  private static void add(
      Candidates out, int end, int word, int cost, TokenKind kind, int from, int to) {
    out.term(out.add(end, word, cost, kind), from, to - from);
  }
}
