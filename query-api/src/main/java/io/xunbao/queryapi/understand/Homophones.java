package io.xunbao.queryapi.understand;

import io.xunbao.indexer.search.ProductSearcher;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The most frequent word of a catalogue for each way to sound. Immutable. */
public final class Homophones {
  /** Knows no word. */
  public static final Homophones NONE = new Homophones(Sounds.UNKNOWN, Map.of());

  static final int LONGEST = 6;

  /** A word in fewer products may itself be a misspelling. */
  private static final int FREQUENT = 20;

  private final Sounds sounds;
  private final Map<List<String>, Word> words;

  private Homophones(Sounds sounds, Map<List<String>, Word> words) {
    this.sounds = sounds;
    this.words = words;
  }

  /** The words of all products of a searcher. */
  public static Homophones of(ProductSearcher searcher, Sounds sounds) throws IOException {
    Map<List<String>, Word> words = new HashMap<>();
    searcher.frequentWords(
        FREQUENT,
        (text, documents) -> {
          if (text.length() >= 2 && text.length() <= LONGEST && isHan(text)) {
            List<String> syllables = sounds.syllables(text);
            if (!syllables.isEmpty()) {
              words.merge(syllables, new Word(text, documents), Word::better);
            }
          }
        });
    return new Homophones(sounds, words);
  }

  private static boolean isHan(String text) {
    return text.codePoints().allMatch(Character::isIdeographic);
  }

  /** The most frequent word that sounds like a text, null for none or the text itself. */
  @Nullable String of(String text) {
    Word word = words.get(sounds.syllables(text));
    return word == null || word.text.equals(text) || word.text.length() != text.length()
        ? null
        : word.text;
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  private record Word(String text, int documents) {
    Word better(Word other) {
      int order = Integer.compare(documents, other.documents);
      return order > 0 || (order == 0 && text.compareTo(other.text) < 0) ? this : other;
    }
  }
}
