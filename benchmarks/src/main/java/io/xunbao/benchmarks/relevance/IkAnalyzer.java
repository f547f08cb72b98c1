package io.xunbao.benchmarks.relevance;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.wltea.analyzer.core.IKSegmenter;
import org.wltea.analyzer.core.Lexeme;

/** IK's segmenter in its fine mode behind Lucene's interface; its own classes are for Lucene 4. */
final class IkAnalyzer extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new IkTokenizer());
  }

  private static final class IkTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final IKSegmenter words = new IKSegmenter(input, false);

    @Override
    public boolean incrementToken() throws IOException {
      clearAttributes();
      Lexeme word = words.next();
      if (word == null) {
        return false;
      }
      term.append(word.getLexemeText());
      offset.setOffset(word.getBeginPosition(), word.getEndPosition());
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      words.reset(input);
    }
  }
}
