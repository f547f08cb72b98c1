package io.xunbao.ikdict.lucene;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.Segmenter;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;

/** The words of a {@link Lexicon} as Lucene tokens, one analyzer for each {@link Mode}. */
public final class XunbaoAnalyzer extends Analyzer {
  private final Segmenter segmenter;
  private final Mode mode;

  public XunbaoAnalyzer(Lexicon lexicon, Mode mode) {
    this.segmenter = new Segmenter(lexicon);
    this.mode = Objects.requireNonNull(mode, "mode");
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(new XunbaoTokenizer(segmenter.cursor(mode), mode));
  }
}
