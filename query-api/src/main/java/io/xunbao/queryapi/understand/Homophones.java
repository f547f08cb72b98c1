package io.xunbao.queryapi.understand;

import io.xunbao.ikdict.pinyin.PinyinCandidate;
import io.xunbao.ikdict.pinyin.PinyinFuzz;
import io.xunbao.ikdict.pinyin.PinyinIndex;
import io.xunbao.indexer.search.ProductSearcher;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The most frequent word of a catalogue for each way to sound or to be typed. Immutable. */
public final class Homophones {
  /** Knows no word. */
  public static final Homophones NONE =
      new Homophones(Sounds.UNKNOWN, Map.of(), PinyinIndex.ofCounts(Map.of(), PinyinFuzz.NONE));

  static final int LONGEST = 6;

  /** A word in fewer products may itself be a misspelling. */
  private static final int FREQUENT = 20;

  /** What letters are read as may be rarer: they were no known word before. */
  private static final int KNOWN = 3;

  private final Sounds sounds;
  private final Map<List<String>, Word> words;

  private final PinyinIndex typed;

  private Homophones(Sounds sounds, Map<List<String>, Word> words, PinyinIndex typed) {
    this.sounds = sounds;
    this.words = words;
    this.typed = typed;
  }

  /** The words of all products of a searcher. */
  public static Homophones of(ProductSearcher searcher, Sounds sounds) throws IOException {
    Map<List<String>, Word> words = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    searcher.frequentWords(
        KNOWN,
        (text, documents) -> {
          if (text.length() >= 2 && text.length() <= LONGEST && isHan(text)) {
            List<String> syllables = sounds.syllables(text);
            if (!syllables.isEmpty()) {
              counts.put(text, documents);
              if (documents >= FREQUENT) {
                words.merge(syllables, new Word(text, documents), Word::better);
              }
            }
          }
        });
    return new Homophones(sounds, words, PinyinIndex.ofCounts(counts, PinyinFuzz.NONE));
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

  /** What letters stand for when they are pinyin, such as 连衣裙 for lianyiqun; null for none. */
  @Nullable String typed(String letters) {
    return typed.candidates(letters).stream().findFirst().map(PinyinCandidate::text).orElse(null);
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
