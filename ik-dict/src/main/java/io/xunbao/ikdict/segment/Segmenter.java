package io.xunbao.ikdict.segment;

import io.xunbao.ikdict.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Cuts text into words of a {@link Lexicon}. Safe for use by several threads. */
public final class Segmenter {
  private final Lexicon lexicon;

  public Segmenter(Lexicon lexicon) {
    this.lexicon = Objects.requireNonNull(lexicon, "lexicon");
  }

  /** The tokens of a text in the order of their start offsets. */
  public List<Token> segment(String text, Mode mode) {
    WordCursor cursor = cursor(mode);
    cursor.start(text.toCharArray(), text.length());
    List<Token> tokens = new ArrayList<>();
    while (cursor.next()) {
      tokens.add(
          new Token(
              cursor.term(),
              cursor.start(),
              cursor.end(),
              cursor.kind(),
              cursor.position(),
              cursor.positionLength()));
    }
    return tokens;
  }

  /** A cursor for one thread that reads many texts. */
  public WordCursor cursor(Mode mode) {
    return new WordCursor(lexicon, mode);
  }

  /** The lexicon whose words this segmenter knows. */
  public Lexicon lexicon() {
    return lexicon;
  }
}
