package io.xunbao.queryapi.understand;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.pinyin.PinyinReader;
import io.xunbao.ikdict.wordbook.WordBook;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.schema.ProductDocuments;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.testing.TestProduct;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class QueryUnderstandingTest {
  private static final Lexicon LEXICON = Lexicon.bundled();
  private static final int COPIES = 25;

  private final ProductSearcher searcher =
      searcher("红色连衣裙", "蓝牙耳机", "洗面奶 男士", "wireless headphones", "汽车水果造型灯");
  private final Homophones homophones = Homophones.of(searcher, PinyinReader.bundled()::syllables);
  private final QueryUnderstanding understanding =
      new QueryUnderstanding(WordBook.bundled(), () -> homophones);

  QueryUnderstandingTest() throws IOException {}

  @Test
  void understand_homophone_isMended() throws IOException {
    assertThat(understood("红色连衣群").text()).isEqualTo("红色连衣裙");
    assertThat(understood("男士洗面乃").text()).isEqualTo("男士洗面奶");
    assertThat(understood("红色连衣群").corrected()).isTrue();
  }

  @Test
  void understand_latinTypingError_isMended() throws IOException {
    assertThat(understood("headphnes").text()).isEqualTo("headphones");
    assertThat(understood("wireles headphones").text()).isEqualTo("wireless headphones");
  }

  @Test
  void understand_pinyin_isReadAsTheCataloguesWords() throws IOException {
    assertThat(understood("lianyiqun").text()).isEqualTo("连衣裙");
    assertThat(understood("lyq").text()).isEqualTo("连衣裙");
    assertThat(understood("hongselianyiqun").text()).isEqualTo("红色连衣裙");
    assertThat(understood("lanya耳机").text()).isEqualTo("蓝牙耳机");
    assertThat(understood("lianyiqun").corrected()).isTrue();
  }

  @Test
  void understand_lettersOfAModelNumber_areNoPinyin() throws IOException {
    assertThat(understood("lyq50").corrected()).isFalse();
  }

  @Test
  void understand_knownOrUnrelatedWords_areLeftAlone() throws IOException {
    for (String query : List.of("红色连衣裙", "水果造型灯", "headphones", "kdl50w700b", "马桶", "x", "")) {
      assertThat(understood(query).corrected()).as(query).isFalse();
      assertThat(understood(query).text()).as(query).isEqualTo(query);
    }
  }

  @Test
  void understand_wideTraditionalUpperCase_isNormalised() throws IOException {
    assertThat(understood(" ＵＳＢ 連衣裙 ").text()).isEqualTo("usb 连衣裙");
  }

  @Test
  void understand_brandAndCategory_areRecognised() throws IOException {
    Understood understood = understood("自然堂洗面奶");

    assertThat(understood.brand()).isEqualTo("自然堂");
    assertThat(understood.category()).isEqualTo("洗面奶");
    assertThat(understood.steps())
        .extracting(Understood.Step::name)
        .containsExactly("normalise", "segment", "brand", "category");
  }

  @Test
  void understand_brokenText_neverFails() throws IOException {
    for (String query : List.of("\uD83D", "\uDE00\uD83D连衣", "\u0000", "连衣裙".repeat(200))) {
      assertThat(understood(query).text()).doesNotContain("\uD83D");
    }
  }

  private Understood understood(String query) throws IOException {
    return understanding.understand(query, searcher);
  }

  private static ProductSearcher searcher(String... titles) throws IOException {
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    IndexWriterConfig config = new IndexWriterConfig(IndexSchema.indexAnalyzer(LEXICON));
    try (IndexWriter writer = new IndexWriter(memory, config)) {
      for (int i = 0; i < COPIES; i++) {
        for (String title : titles) {
          writer.addDocument(new ProductDocuments().toDocument(product(title + i, title)));
        }
      }
    }
    return new ProductSearcher(DirectoryReader.open(memory), LEXICON);
  }

  private static Product product(String id, String title) {
    return TestProduct.of(id, title).brand("自然堂").category("洗面奶").build();
  }
}
