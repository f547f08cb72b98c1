package io.xunbao.ikdict.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Mode;
import io.xunbao.ikdict.segment.RandomTexts;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Seeded
class XunbaoAnalyzerTest {
  private final XunbaoAnalyzer index = new XunbaoAnalyzer(Lexicon.bundled(), Mode.INDEX);
  private final XunbaoAnalyzer query = new XunbaoAnalyzer(Lexicon.bundled(), Mode.QUERY);

  @Test
  void tokenStream_randomTexts_keepsTheContract(RandomGenerator random) throws IOException {
    for (int i = 0; i < 2_000; i++) {
      String text = RandomTexts.text(random, 10);
      assertContract(index, text);
      assertContract(query, text);
    }
  }

  private static void assertContract(XunbaoAnalyzer analyzer, String text) throws IOException {
    try (TokenStream stream = analyzer.tokenStream("f", text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = stream.getAttribute(PositionIncrementAttribute.class);
      PositionLengthAttribute length = stream.getAttribute(PositionLengthAttribute.class);
      stream.reset();
      int lastStart = 0;
      int position = -1;
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        assertThat(term.length()).as(text).isPositive();
        assertThat(position).as(text).isNotNegative();
        assertThat(length.getPositionLength()).as(text).isPositive();
        assertThat(offset.startOffset()).as(text).isGreaterThanOrEqualTo(lastStart);
        assertThat(offset.endOffset()).as(text).isLessThanOrEqualTo(text.length());
        lastStart = offset.startOffset();
      }
      stream.end();
      assertThat(offset.endOffset()).isEqualTo(text.length());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "华为手机壳防摔, 手机壳防摔, true",
    "华为手机壳防摔, 手机防摔, false",
    "中华人民共和国万岁, 人民共和国, true",
    "苹果 iPhone 15 Pro, iphone15, true",
    "苹果 iPhone15Pro 手机, iphone 15, true",
    "卡西欧 SP-F800 正品, SPF800, true",
    "卡西欧 SPF800 正品, SP-F800, true",
  })
  void phraseQuery_ofQueryTokens_meetsIndexTokens(String title, String words, boolean found)
      throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(index))) {
        Document document = new Document();
        document.add(new TextField("title", title, Field.Store.NO));
        writer.addDocument(document);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        Query phrase = new QueryBuilder(query).createPhraseQuery("title", words);
        assertThat(new IndexSearcher(reader).count(phrase) == 1).isEqualTo(found);
      }
    }
  }
}
