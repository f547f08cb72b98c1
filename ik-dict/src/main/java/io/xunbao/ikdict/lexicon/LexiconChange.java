package io.xunbao.ikdict.lexicon;

import java.util.SortedSet;
import java.util.TreeSet;

/** What differs between two lexicons over the same bundled words. */
public final class LexiconChange {
  private LexiconChange() {}

  /**
   * The words that one lexicon has and the other has not, or that cost something else: only texts
   * that hold one of them can be cut differently.
   */
  public static SortedSet<String> words(Lexicon before, Lexicon after) {
    TreeSet<String> changed = new TreeSet<>();
    collect(before, after, changed);
    collect(after, before, changed);
    return changed;
  }

  private static void collect(Lexicon one, Lexicon other, TreeSet<String> changed) {
    WordTrie.WordVisitor visitor =
        (text, number, cost) -> {
          if (cost(other, text) != cost) {
            changed.add(text);
          }
        };
    if (one.words() != other.words()) {
      one.words().forEachWord(visitor);
    }
    if (one.extension() != null) {
      one.extension().forEachWord(visitor);
    }
  }

  private static int cost(Lexicon lexicon, String word) {
    int known = lexicon.words().find(word);
    if (known != WordTrie.NONE) {
      return lexicon.words().cost(known);
    }
    WordTrie extension = lexicon.extension();
    int extra = extension == null ? WordTrie.NONE : extension.find(word);
    return extension == null || extra == WordTrie.NONE ? WordTrie.NO_WORD : extension.cost(extra);
  }
}
