package io.xunbao.ikdict.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Words that a shop adds to the bundled lexicon, and words that it takes out.
 *
 * @param words each added word with its cost in {@link Costs} units
 * @param removed words of the bundled lexicon that shall be none
 */
public record LexiconExtension(SortedMap<String, Integer> words, SortedSet<String> removed) {
  /** The cost of an added word without a frequency: that of a common word, so that it wins. */
  public static final int COMMON = (int) (7 * Costs.UNIT);

  /** No change at all. */
  public static final LexiconExtension NONE = new LexiconExtension(Map.of(), Set.of());

  public LexiconExtension {
    words = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(words));
    removed = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    words.forEach(
        (word, cost) -> {
          if (word.isBlank() || cost < 0 || cost > Costs.MAX) {
            throw new IllegalArgumentException(
                "a word must have characters and 0 <= cost <= "
                    + Costs.MAX
                    + ", got <"
                    + word
                    + "> at "
                    + cost);
          }
        });
  }

  /** An extension from any collections. */
  public LexiconExtension(Map<String, Integer> words, Set<String> removed) {
    this(new TreeMap<>(words), (SortedSet<String>) new TreeSet<>(removed));
  }

  /** Whether nothing is added or taken out. */
  public boolean isEmpty() {
    return words.isEmpty() && removed.isEmpty();
  }

  /** The version of a lexicon of version {@code base} with this extension. */
  String versionOn(String base) {
    String content = base + '\n' + words + '\n' + removed;
    return LexiconImage.hash(content.getBytes(StandardCharsets.UTF_8));
  }
}
