package io.xunbao.ikdict.lexicon;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each UTF-16 unit of a text becomes before it is cut into words: NFKC, lower case, half
 * width, simplified. The table is made when the project is built; reading it costs one load a
 * character.
 */
public final class FoldTable {
  /** Stands in {@link #fold} for a unit that becomes several: see {@link #expansion}. */
  public static final char EXPANDS = '\uFFFF';

  /** Stands in {@link #fold} for a unit that vanishes, such as a zero-width space. */
  public static final char VANISHES = '\uFFFE';

  private final char[] units;
  private final Map<Character, String> expansions;
  private final Map<String, String> phrases;
  private final Map<Character, Integer> longestPhrase = new TreeMap<>();
  private final long[] phraseStarts = new long[1 << 10];
  private final long[] phraseSeconds = new long[1 << 10];

  /**
   * @param units for each UTF-16 unit what it becomes
   * @param expansions what the units marked {@link #EXPANDS} become
   * @param phrases traditional phrases whose simplified form is not that of their characters; both
   *     sides have the same length
   */
  FoldTable(char[] units, Map<Character, String> expansions, Map<String, String> phrases) {
    this.units = Objects.requireNonNull(units, "units");
    this.expansions = Map.copyOf(expansions);
    this.phrases = Map.copyOf(phrases);
    phrases.forEach(
        (phrase, simplified) -> {
          if (phrase.length() < 2 || phrase.length() != simplified.length()) {
            throw new IllegalArgumentException(
                "a phrase and its simplified form must be equally long, 2 or more: " + phrase);
          }
          char first = phrase.charAt(0);
          longestPhrase.merge(first, phrase.length(), Math::max);
          phraseStarts[first >>> 6] |= 1L << first;
          phraseSeconds[phrase.charAt(1) >>> 6] |= 1L << phrase.charAt(1);
        });
  }

  /** What a unit becomes, {@link #EXPANDS} or {@link #VANISHES}. */
  public char fold(char c) {
    return units[c];
  }

  /** What a unit marked {@link #EXPANDS} becomes. */
  public String expansion(char c) {
    return Objects.requireNonNull(expansions.get(c), "no expansion");
  }

  /** The length of the longest phrase that starts with a unit, 0 where none does. */
  public int longestPhrase(char first) {
    if ((phraseStarts[first >>> 6] & 1L << first) == 0) {
      return 0;
    }
    return longestPhrase.getOrDefault(first, 0);
  }

  /** The same for a unit before another: 0 where no phrase has the other in second place. */
  public int longestPhrase(char first, char second) {
    return (phraseSeconds[second >>> 6] & 1L << second) == 0 ? 0 : longestPhrase(first);
  }

  /** The simplified form of a traditional phrase, or null where the text is none. */
  public @Nullable String simplifiedPhrase(String text) {
    return phrases.get(text);
  }

  /** A whole text folded unit by unit and phrase by phrase, for words of a lexicon. */
  public String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      String phrase = phraseAt(text, i);
      if (phrase != null) {
        folded.append(phrase);
        i += phrase.length() - 1;
      } else {
        appendFolded(folded, text.charAt(i));
      }
    }
    return folded.toString();
  }

  private @Nullable String phraseAt(String text, int start) {
    for (int length = Math.min(longestPhrase(text.charAt(start)), text.length() - start);
        length > 1;
        length--) {
      String simplified = phrases.get(text.substring(start, start + length));
      if (simplified != null) {
        return simplified;
      }
    }
    return null;
  }

  private void appendFolded(StringBuilder folded, char c) {
    switch (units[c]) {
      case EXPANDS -> folded.append(expansion(c));
      case VANISHES -> {}
      default -> folded.append(units[c]);
    }
  }

  char[] units() {
    return units;
  }

  Map<Character, String> expansions() {
    return expansions;
  }

  Map<String, String> phrases() {
    return phrases;
  }
}
