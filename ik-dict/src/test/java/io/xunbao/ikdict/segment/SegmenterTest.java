package io.xunbao.ikdict.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.testing.Seeded;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmenterTest {
  private final Segmenter segmenter = new Segmenter(Lexicon.bundled());

  @ParameterizedTest
  @CsvSource({
    "雪纺连衣裙女夏, 雪纺 连衣裙 女 夏",
    "共同创造美好的新世纪, 共同 创造 美好 的 新 世纪",
    "二○○一年三月, 二○○一年 三月",
    "iPhone15 Pro Max, iphone15 pro max",
    "SP-F800, spf800",
    "V300r200c20, v300r200c20",
    "i5-7500, i57500",
    "CR2032纽扣电池, cr2032 纽扣 电池",
    "T恤, t恤",
    "電子頭髮, 电子 头发",
    "ＨＵＡＷＥＩ手机, huawei 手机",
    "シャツ①, シャツ 1",
    "雪域精粹滋润霜50g, 雪域 精粹 滋润霜 50g",
    "0.5kg, 500g",
    "1斤, 500g",
    "500 克, 500g",
    "2L, 2000ml",
    "2000毫升, 2000ml",
    "1.5匹, 1.5匹",
    "55英寸, 55寸",
    "256G, 256gb",
    "512GB, 512gb",
    "10片*3盒, 10片 3盒",
    "1.8米, 1800mm",
    "12.5mg, 12.5mg",
    "0.25克, 250mg",
    "1250mg, 1.25g",
  })
  void segment_queryMode_givesBestPath(String text, String words) {
    assertThat(terms(text, Mode.QUERY)).containsExactly(words.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "iPhone15 Pro, iphone15 iphone 15 pro",
    "SP-F800, spf800 sp f800 f 800",
    "SP F800, spf800 sp f800",
    "V300r200c20, v300r200c20 v300 r200c20 c20 300 200 20",
    "CHANDO/自然堂, chando 自然 堂",
    "8G内存, 8g 8gb 8 g",
    "16GB, 16g 16gb 16 gb",
    "3盒装, 3盒 3 盒",
    "2克拉, 2ct 2g 2",
    "电视机, 电视机 电视 电 视 机",
  })
  void segment_indexMode_givesWholesAndParts(String text, String words) {
    assertThat(terms(text, Mode.INDEX)).contains(words.split(" "));
  }

  @Test
  void segment_expandedUnits_keepsOriginalOffsets() {
    List<Token> tokens = segmenter.segment("重5㎏的⑩盒", Mode.INDEX);
    assertThat(tokens)
        .anySatisfy(
            token -> {
              assertThat(token.text()).isEqualTo("kg");
              assertThat(token.start()).isEqualTo(2);
              assertThat(token.end()).isEqualTo(3);
            })
        .anySatisfy(
            token -> {
              assertThat(token.text()).isEqualTo("10");
              assertThat(token.start()).isEqualTo(4);
              assertThat(token.end()).isEqualTo(5);
            });
  }

  @Seeded
  @Test
  void segment_anyText_neverGoesBack(RandomGenerator random) {
    for (int i = 0; i < 2_000; i++) {
      String text = RandomTexts.text(random, 12);
      for (Mode mode : Mode.values()) {
        int start = 0;
        for (Token token : segmenter.segment(text, mode)) {
          assertThat(token.start()).as(text).isGreaterThanOrEqualTo(start);
          assertThat(token.end()).as(text).isBetween(token.start() + 1, text.length());
          start = mode == Mode.INDEX ? token.start() : token.end() - 1;
        }
      }
    }
  }

  private List<String> terms(String text, Mode mode) {
    return segmenter.segment(text, mode).stream().map(Token::text).toList();
  }
}
