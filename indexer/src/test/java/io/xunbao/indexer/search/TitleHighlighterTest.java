package io.xunbao.indexer.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TitleHighlighterTest {
  private final ProductSearcher searcher = TestIndex.searcher(TestIndex.product("x", "x"));

  TitleHighlighterTest() throws IOException {}

  @Test
  void highlight_word_marksItWhole() {
    assertThat(marked("夏季红色连衣裙新款", "连衣裙")).isEqualTo("夏季红色[连衣裙]新款");
  }

  @Test
  void highlight_fullWidthAndTraditional_marksTheOriginalSpelling() {
    assertThat(marked("ＵＳＢ２．０ 連衣裙", "usb2.0")).isEqualTo("[ＵＳＢ２．０] 連衣裙");
    assertThat(marked("ＵＳＢ２．０ 連衣裙", "连衣裙")).isEqualTo("ＵＳＢ２．０ [連衣裙]");
  }

  @Test
  void highlight_wordsThatTouch_areOne() {
    assertThat(marked("红色连衣裙", "红色 连衣裙")).isEqualTo("[红色连衣裙]");
  }

  @Test
  void highlight_nothingShared_marksNothing() {
    assertThat(marked("红色连衣裙", "手机")).isEqualTo("红色连衣裙");
  }

  @Seeded
  @Test
  void highlight_anyText_staysInsideInOrderWithoutOverlap(RandomGenerator random) {
    String alphabet = "红色連衣裙ＵＳＢusb2.０ \uD83D\uDE00①㎏-'";
    for (int i = 0; i < 300; i++) {
      String title = text(random, alphabet, 40);
      int end = 0;
      for (TextRange range : ranges(title, text(random, alphabet, 8))) {
        assertThat(range.start()).isGreaterThanOrEqualTo(end);
        assertThat(range.end()).isLessThanOrEqualTo(title.length());
        end = range.end();
      }
    }
  }

  private static String text(RandomGenerator random, String alphabet, int most) {
    return random
        .ints(random.nextInt(1, most), 0, alphabet.length())
        .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
        .collect(Collectors.joining());
  }

  private List<TextRange> ranges(String title, String query) {
    return searcher.session(ProductQuery.of(query, 1)).highlight(title);
  }

  private String marked(String title, String query) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (TextRange range : ranges(title, query)) {
      text.append(title, at, range.start()).append('[');
      text.append(title, range.start(), range.end()).append(']');
      at = range.end();
    }
    return text.append(title.substring(at)).toString();
  }
}
