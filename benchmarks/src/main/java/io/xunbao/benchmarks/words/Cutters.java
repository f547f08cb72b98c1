package io.xunbao.benchmarks.words;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import com.huaban.analysis.jieba.JiebaSegmenter;
import com.huaban.analysis.jieba.SegToken;
import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lucene.XunbaoAnalyzer;
import io.xunbao.ikdict.segment.Mode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ansj.splitWord.analysis.BaseAnalysis;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.wltea.analyzer.core.IKSegmenter;
import org.wltea.analyzer.core.Lexeme;

/** Ours and the segmenters of the field, each in the way its own documentation calls it. */
final class Cutters {
  private Cutters() {}

  /** All of them; each loads its dictionaries when it is made. */
  static List<Cutter> all() {
    return List.of(ours(Mode.QUERY), smartcn(), hanlp(), jieba(), ik(), ansj());
  }

  static Cutter ours(Mode mode) {
    String name = "xunbao " + (mode == Mode.QUERY ? "query" : "index");
    return new Named(name, lucene(new XunbaoAnalyzer(Lexicon.bundled(), mode)));
  }

  static Cutter smartcn() {
    return new Named("smartcn", lucene(new SmartChineseAnalyzer()));
  }

  private static Cutter hanlp() {
    Segment segment = new ViterbiSegment().enableOffset(true);
    return new Named("HanLP Viterbi", text -> hanlpWords(segment.seg(text)));
  }

  private static List<Cutter.Word> hanlpWords(List<Term> terms) {
    List<Cutter.Word> words = new ArrayList<>(terms.size());
    for (Term term : terms) {
      words.add(new Cutter.Word(term.offset, term.offset + term.word.length()));
    }
    return words;
  }

  private static Cutter jieba() {
    JiebaSegmenter segmenter = new JiebaSegmenter();
    return new Named(
        "jieba",
        text -> {
          List<Cutter.Word> words = new ArrayList<>();
          for (SegToken token : segmenter.process(text, JiebaSegmenter.SegMode.SEARCH)) {
            words.add(new Cutter.Word(token.startOffset, token.endOffset));
          }
          return words;
        });
  }

  private static Cutter ik() {
    return new Named("IK smart", Cutters::ikWords);
  }

  private static List<Cutter.Word> ikWords(String text) {
    List<Cutter.Word> words = new ArrayList<>();
    IKSegmenter segmenter = new IKSegmenter(new StringReader(text), true);
    try {
      for (Lexeme lexeme = segmenter.next(); lexeme != null; lexeme = segmenter.next()) {
        words.add(new Cutter.Word(lexeme.getBeginPosition(), lexeme.getEndPosition()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static Cutter ansj() {
    return new Named(
        "Ansj base",
        text -> {
          List<Cutter.Word> words = new ArrayList<>();
          for (org.ansj.domain.Term term : BaseAnalysis.parse(text).getTerms()) {
            words.add(new Cutter.Word(term.getOffe(), term.getOffe() + term.getName().length()));
          }
          return words;
        });
  }

  private static Function<String, List<Cutter.Word>> lucene(Analyzer analyzer) {
    return text -> {
      List<Cutter.Word> words = new ArrayList<>();
      try (TokenStream stream = analyzer.tokenStream("text", text)) {
        OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
          words.add(new Cutter.Word(offset.startOffset(), offset.endOffset()));
        }
        stream.end();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return words;
    };
  }

  private record Named(String name, Function<String, List<Word>> method) implements Cutter {
    @Override
    public List<Word> cut(String text) {
      return method.apply(text);
    }
  }
}
