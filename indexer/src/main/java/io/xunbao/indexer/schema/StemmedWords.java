package io.xunbao.indexer.schema;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.en.PorterStemFilter;

/**
 * Words with English endings taken off (Porter 1980), so that {@code laptops} finds {@code laptop};
 * Chinese words pass as they are. Values of one field stand apart, so that no phrase spans two.
 */
final class StemmedWords extends AnalyzerWrapper {
  private static final int GAP = 16;

  private final Analyzer words;

  StemmedWords(Analyzer words) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.words = words;
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    return words;
  }

  @Override
  protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
    return new TokenStreamComponents(
        components.getSource(), new PorterStemFilter(components.getTokenStream()));
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP;
  }
}
