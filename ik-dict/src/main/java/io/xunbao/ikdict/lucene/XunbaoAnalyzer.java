package io.xunbao.ikdict.lucene;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Mode;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;

/** The words of a {@link Lexicon} as Lucene tokens, one analyzer for each {@link Mode}. */
public final class XunbaoAnalyzer extends AnalyzerWrapper {
  private final Analyzer words = new SmartChineseAnalyzer();

  public XunbaoAnalyzer(Lexicon lexicon, Mode mode) {
    super(GLOBAL_REUSE_STRATEGY);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String fieldName) {
    return words;
  }
}
