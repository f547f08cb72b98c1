package io.xunbao.queryapi.understand;

import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import io.xunbao.indexer.search.NearWord;
import io.xunbao.indexer.search.ProductSearcher;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was meant where the catalogue does not know what was typed. It is careful: a Latin
 * word is touched only when no product has it, and read as the pinyin of frequent words or, where
 * it is none, mended by a word within an edit or two. Chinese is touched only where the lexicon
 * leaves a single character over that stands beside its neighbours in no product, and mended by a
 * frequent word that sounds the same and differs in that character alone, for input by pinyin makes
 * such errors. Words that merely look alike mend nothing: nearly every rare word has such a
 * neighbour.
 */
final class Spelling {
  private static final int SHORTEST_PINYIN = 3;
  private static final int SHORTEST_MENDED = 6;
  private static final int TWO_EDITS_FROM = 9;
  private static final int FREQUENT = 20;
  private static final Pattern LATIN = Pattern.compile("[a-z]{" + SHORTEST_PINYIN + ",}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{3,6}");

  private final Segmenter segmenter;
  private final ProductSearcher searcher;
  private final Homophones homophones;

  Spelling(Segmenter segmenter, ProductSearcher searcher, Homophones homophones) {
    this.segmenter = segmenter;
    this.searcher = searcher;
    this.homophones = homophones;
  }

  /**
   * Another spelling of a text.
   *
   * @param text in the normal spelling
   * @return null when the text is to be left alone
   */
  @Nullable String correct(String text) throws IOException {
    String latin = latin(text);
    return latin != null || homophones.isEmpty() ? latin : han(text);
  }

  private @Nullable String latin(String text) throws IOException {
    Matcher words = LATIN.matcher(text);
    while (words.find()) {
      String word = words.group();
      if (stands(text, words) && searcher.documents(word) == 0) {
        String meant = homophones.typed(word);
        String mended = meant != null ? meant : near(word);
        if (mended != null) {
          return replace(text, words.start(), words.end(), mended);
        }
      }
    }
    return null;
  }

  private @Nullable String near(String word) throws IOException {
    if (word.length() < SHORTEST_MENDED) {
      return null;
    }
    int edits = word.length() < TWO_EDITS_FROM ? 1 : 2;
    for (NearWord near : searcher.near(word, edits, 1)) {
      int longer = Math.abs(near.text().length() - word.length());
      if (near.documents() >= FREQUENT && longer <= edits) {
        return near.text();
      }
    }
    return null;
  }

  /** Whether a run of letters is a word of its own and no part of a model number. */
  private static boolean stands(String text, Matcher run) {
    return (run.start() == 0 || !isLatinOrDigit(text.charAt(run.start() - 1)))
        && (run.end() == text.length() || !isLatinOrDigit(text.charAt(run.end())));
  }

  private static boolean isLatinOrDigit(char c) {
    return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
  }

  /** Tries every run of words around a character that the lexicon could not join to a word. */
  private @Nullable String han(String text) throws IOException {
    List<Token> tokens = segmenter.segment(text, Mode.QUERY);
    for (int words = Homophones.LONGEST; words >= 2; words--) {
      for (int first = 0; first + words <= tokens.size(); first++) {
        String mended = mend(text, tokens.subList(first, first + words));
        if (mended != null) {
          return mended;
        }
      }
    }
    return null;
  }

  private @Nullable String mend(String text, List<Token> run) throws IOException {
    int start = run.getFirst().start();
    int end = run.getLast().end();
    String typed = text.substring(start, end);
    boolean loose = run.stream().anyMatch(token -> token.end() - token.start() == 1);
    if (!loose || typed.length() > Homophones.LONGEST || !HAN.matcher(typed).matches()) {
      return null;
    }
    String word = homophones.of(typed);
    return word != null && isUnknown(typed, word) ? replace(text, start, end, word) : null;
  }

  /** Whether one character differs and stands beside its neighbours in no product. */
  private boolean isUnknown(String typed, String word) throws IOException {
    int at = difference(typed, word);
    if (!typed.substring(at + 1).equals(word.substring(at + 1))) {
      return false;
    }
    int from = Math.max(0, at - 1);
    int to = Math.min(typed.length(), at + 2);
    for (int pair = from; pair + 2 <= to; pair++) {
      if (searcher.documentsOfPair(typed.substring(pair, pair + 2)) > 0) {
        return false;
      }
    }
    return true;
  }

  private static int difference(String one, String other) {
    int at = 0;
    while (one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  private static String replace(String text, int from, int to, String word) {
    return text.substring(0, from) + word + text.substring(to);
  }
}
