package io.xunbao.ikdict.segment;

import io.xunbao.ikdict.lexicon.Costs;
import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lexicon.NameCosts;
import io.xunbao.ikdict.lexicon.WordClass;
import io.xunbao.ikdict.lexicon.WordTrie;

/**
 * Names that the lexicon does not know: given names of two characters behind a surname (冰冰 in 李冰冰),
 * and transliterated names (阿克马塔利耶夫). A surname is a word of its own, as in the corpora that the
 * costs come from. A given name depends on what precedes it, so that less text finds fewer tokens.
 *
 * <p>What is hardly likelier than its characters as words is no candidate, which keeps chance pairs
 * behind a surname (高 清智能) out of the index.
 */
final class Names {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 8;

  /** How much less than its characters as words a name costs: it is e^5 times as likely. */
  private static final int MARGIN = (int) (5 * Costs.UNIT);

  private final WordTrie words;
  private final NameCosts costs;
  private final int person;

  Names(Lexicon lexicon) {
    words = lexicon.words();
    costs = lexicon.names();
    person = lexicon.numberOf(WordClass.PERSON);
  }

  /**
   * Adds the names that start at a Chinese character.
   *
   * @param pair the state of the lexicon's trie after this character and the next
   */
  void add(Atoms atoms, int atom, int pair, Candidates out) {
    char[] units = atoms.text().units();
    int start = atoms.start(atom);
    if (atoms.isPair(atom)) {
      if (atom > 0 && atoms.end(atom - 1) == start) {
        addGivenName(atoms, atom, pair, out);
      }
      if (costs.letter(units[start]) != NameCosts.NEVER
          && costs.letter(units[start + 1]) != NameCosts.NEVER) {
        addTransliterations(atoms, atom, out);
      }
    }
  }

  private void addGivenName(Atoms atoms, int atom, int pair, Candidates out) {
    char[] units = atoms.text().units();
    int start = atoms.start(atom);
    int surname = costs.surname(units[start - 1]);
    if (surname == NameCosts.NEVER || isWord(pair)) {
      return;
    }
    int cost = surname + costs.givenName(units[start], units[start + 1]);
    if (cost + MARGIN < single(units[start]) + single(units[start + 1])) {
      out.add(atom + 2, person, WordTrie.LEFT_OF_PAIRS, cost, TokenKind.NAME, start, 2);
    }
  }

  private void addTransliterations(Atoms atoms, int atom, Candidates out) {
    char[] units = atoms.text().units();
    int start = atoms.start(atom);
    int cost = costs.transliteration();
    int singles = 0;
    int state = WordTrie.ROOT;
    for (int length = 1; length <= LONGEST; length++) {
      char c = units[start + length - 1];
      int letter = costs.letter(c);
      if (letter == NameCosts.NEVER) {
        return;
      }
      cost += letter;
      singles += single(c);
      state = state == WordTrie.NONE ? state : words.step(state, c);
      if (length >= SHORTEST && cost + MARGIN < singles && !isWord(state)) {
        out.add(atom + length, person, WordTrie.LEFT_OF_PAIRS, cost, TokenKind.NAME, start, length);
      }
      if (!atoms.isPair(atom + length - 1)) {
        return;
      }
    }
  }

  private boolean isWord(int state) {
    return state != WordTrie.NONE && words.cost(state) != WordTrie.NO_WORD;
  }

  private int single(char c) {
    int state = words.step(WordTrie.ROOT, c);
    return isWord(state) ? words.cost(state) : CandidateFinder.UNKNOWN_CHARACTER;
  }
}
