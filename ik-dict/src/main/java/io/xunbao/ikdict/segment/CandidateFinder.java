package io.xunbao.ikdict.segment;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lexicon.WordClass;
import io.xunbao.ikdict.lexicon.WordTrie;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tokens that can start at an atom. What it finds depends on the text of the token alone,
 * or on more text around it in such a way that less text finds fewer tokens: this makes the tokens
 * of a part of a text tokens of the whole.
 */
final class CandidateFinder {
  /** The cost of a character that no word of the lexicon consists of. */
  static final int UNKNOWN_CHARACTER = 7_000;

  private final WordTrie words;
  private final @Nullable WordTrie extension;
  private final int latin;
  private final int latinCost;
  private final Numerals numerals;
  private final Joins joins;
  private final Quantities quantities;
  private final Packs packs;
  private final Names names;
  private final Scratch scratch = new Scratch();
  private Atoms atoms = new Atoms();
  private int[] secondStates = new int[256];

  CandidateFinder(Lexicon lexicon) {
    words = lexicon.words();
    extension = lexicon.extension();
    latin = lexicon.numberOf(WordClass.LATIN);
    latinCost = words.cost(latin);
    int number = lexicon.numberOf(WordClass.NUMBER);
    quantities = new Quantities(scratch, number, words.flags(number), words.cost(number));
    packs = new Packs(scratch, number, words.flags(number), words.cost(number));
    numerals = new Numerals(lexicon, quantities);
    names = new Names(lexicon);
    joins = new Joins(scratch, latin, latinCost, words.flags(latin));
  }

  void start(Atoms text) {
    atoms = text;
    scratch.clear();
    int length = text.text().length();
    if (secondStates.length < length) {
      secondStates = new int[Math.max(length, secondStates.length * 2)];
    }
    words.secondStates(text.text().units(), length, secondStates);
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
        int longest = addWords(atom, out, TokenKind.CHARACTER, 0, UNKNOWN_CHARACTER);
        numerals.addChinese(atoms, atom, longest, out);
        names.add(atoms, atom, secondStates[atoms.start(atom)], out);
      }
      case CharKind.DIGIT -> {
        addWords(atom, out, TokenKind.NUMBER, numerals.number(), numerals.numberCost());
        numerals.addDigits(atoms, atom, out);
        packs.add(atoms, atom, out);
        joins.add(atoms, atom, quantities.add(atoms, atom, out), out);
      }
      case CharKind.LETTER -> {
        addWords(atom, out, TokenKind.LATIN, latin, latinCost);
        joins.add(atoms, atom, 0, out);
        if (Packs.isTimes(atoms, atom)) {
          out.onlyIndex(0, Integer.MAX_VALUE);
          out.add(atom + 1, 0, 0, latinCost, TokenKind.MARK, atoms.start(atom), 1);
        }
      }
      case CharKind.KANA -> addWords(atom, out, TokenKind.KANA, latin, latinCost);
      case CharKind.MARK -> addWords(atom, out, TokenKind.MARK, 0, latinCost);
      default -> addWords(atom, out, TokenKind.SYMBOL, 0, latinCost);
    }
    if (extension != null) {
      addExtension(extension, atom, out);
    }
  }

  /** Words of more than one atom that the extension adds; a single atom is a token as it is. */
  private void addExtension(WordTrie trie, int atom, Candidates out) {
    char[] units = atoms.text().units();
    int start = atoms.start(atom);
    int last = atom;
    int state = WordTrie.ROOT;
    for (int i = start; i < atoms.text().length(); i++) {
      state = trie.step(state, units[i]);
      if (state == WordTrie.NONE) {
        return;
      }
      if (i + 1 == atoms.end(last)) {
        int cost = trie.cost(state);
        if (cost != WordTrie.NO_WORD && last > atom) {
          out.add(last + 1, 0, 0, cost, TokenKind.WORD, start, i + 1 - start);
        }
        if (++last == atoms.size()) {
          return;
        }
      }
    }
  }

  /**
   * The atom itself, as a word of the lexicon where it is one, and all longer words.
   *
   * @return the atom after the longest
   */
  private int addWords(int atom, Candidates out, TokenKind kind, int otherwise, int otherwiseCost) {
    char[] units = atoms.text().units();
    int length = atoms.text().length();
    int start = atoms.start(atom);
    int end = atoms.end(atom);
    int last = atom;
    int longest = atom + 1;
    boolean whole = false;
    int state = words.step(WordTrie.ROOT, units[start]);
    for (int i = start; state != WordTrie.NONE; ) {
      if (i + 1 == end) {
        int cost = words.cost(state);
        if (cost != WordTrie.NO_WORD) {
          whole |= last == atom;
          longest = last + 1;
          TokenKind found = last == atom ? kind : TokenKind.WORD;
          out.add(last + 1, state, words.flags(state), cost, found, start, i + 1 - start);
        }
        if (++last == atoms.size()) {
          break;
        }
        end = atoms.end(last);
      }
      if (++i == length) {
        break;
      }
      state = i == start + 1 ? secondStates[start] : words.step(state, units[i]);
    }
    if (!whole) {
      int flags = otherwise == 0 ? 0 : words.flags(otherwise);
      int own = atoms.end(atom) - start;
      out.add(atom + 1, otherwise, flags, otherwiseCost, kind, start, own);
    }
    return longest;
  }
}
