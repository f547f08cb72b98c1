package io.xunbao.indexer.schema;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.normalize.NormalizedText;
import io.xunbao.ikdict.normalize.TextNormalizer;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Every Han character, kana or hangul in its normal spelling with its neighbour: {@code 連衣裙} gives
 * {@code 连衣 衣裙}. Everything else is left to the words. Pairs say which characters belong together
 * where a lexicon cuts a title differently than a query.
 */
final class HanPairs extends Tokenizer {
  private static final int FIRST_HANGUL = 0x1100;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);

  private final TextNormalizer normalizer;
  private final NormalizedText text = new NormalizedText();
  private char[] units = new char[512];
  private int unitCount;
  private int at;
  private boolean started;

  private HanPairs(TextNormalizer normalizer) {
    this.normalizer = normalizer;
  }

  /** An analyzer of the pairs of normalised text. */
  static Analyzer analyzer(Lexicon lexicon) {
    TextNormalizer normalizer = new TextNormalizer(lexicon.folds());
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new HanPairs(normalizer));
      }
    };
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!started) {
      readAll();
      normalizer.normalize(units, unitCount, text);
      started = true;
    }
    clearAttributes();
    while (at < text.length()) {
      int first = at;
      at += width(first);
      if (at < text.length() && isPairable(first) && isPairable(at)) {
        emit(first, at + width(at));
        return true;
      }
    }
    return false;
  }

  private boolean isPairable(int index) {
    int codePoint = Character.codePointAt(text.units(), index, text.length());
    if (codePoint < FIRST_HANGUL) {
      return false;
    }
    return switch (UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }

  private int width(int index) {
    return Character.charCount(Character.codePointAt(text.units(), index, text.length()));
  }

  private void emit(int from, int to) {
    term.copyBuffer(text.units(), from, to - from);
    offset.setOffset(correctOffset(text.start(from)), correctOffset(text.end(to - 1)));
  }

  private void readAll() throws IOException {
    unitCount = 0;
    for (int read = 0; read >= 0; read = input.read(units, unitCount, units.length - unitCount)) {
      unitCount += read;
      if (unitCount == units.length) {
        units = Arrays.copyOf(units, units.length * 2);
      }
    }
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    at = 0;
    started = false;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int end = correctOffset(unitCount);
    offset.setOffset(end, end);
  }
}
