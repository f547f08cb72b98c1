package io.xunbao.ikdict.lexicon;

import java.util.Map;

/** Makes the parts of a {@link LexiconImage} for the build, which lives in another package. */
public final class LexiconParts {
  private LexiconParts() {}

  /** A fold table; see the constructor of {@link FoldTable}. */
  public static FoldTable foldTable(
      char[] units, Map<Character, String> expansions, Map<String, String> phrases) {
    return new FoldTable(units, expansions, phrases);
  }

  /**
   * An entry of the bigram table, whose words are marked in the trie: their numbers and the cost of
   * the right one after the left one.
   */
  public static long pair(WordTrie trie, int left, int right, int cost) {
    trie.markPair(left, right);
    return BigramTable.entry(left, right, cost);
  }
}
