package io.xunbao.queryapi.understand;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.normalize.TextNormalizer;
import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.segment.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Turns what was typed into what is searched. Safe for use by several threads. */
public final class QueryUnderstanding {
  private final TextNormalizer normalizer;
  private final Segmenter segmenter;

  public QueryUnderstanding(Lexicon lexicon) {
    this.normalizer = new TextNormalizer(lexicon.folds());
    this.segmenter = new Segmenter(lexicon);
  }

  /** Understands one query; never fails, whatever the text. */
  public Understood understand(String typed) {
    List<Understood.Step> steps = new ArrayList<>();
    String text = normalizer.normalize(withoutLoneSurrogates(typed)).strip();
    steps.add(new Understood.Step("normalise", text));
    String words =
        segmenter.segment(text, Mode.QUERY).stream()
            .map(Token::text)
            .collect(Collectors.joining(" "));
    steps.add(new Understood.Step("segment", words));
    return new Understood(typed, text, null, steps);
  }

  /** Half of a surrogate pair is no character; a space keeps what stands around it apart. */
  private static String withoutLoneSurrogates(String text) {
    return text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
