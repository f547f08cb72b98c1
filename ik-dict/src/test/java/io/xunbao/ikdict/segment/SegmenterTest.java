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
    "一斤, 500g",
    "大米五百克, 大米 500g",
    "半斤, 250g",
    "两斤半, 1250g",
    "2.5斤, 1250g",
    "2斤半, 1250g",
    "十片, 10片",
    "10片, 10片",
    "三盒, 3盒",
    "3盒装, 3盒",
    "一百毫升, 100ml",
    "一百零五毫升, 105ml",
    "三十二升, 32000ml",
    "1米8, 1800mm",
    "一米八, 1800mm",
    "1.8m, 1800mm",
    "2万毫安, 20000mah",
    "两万毫安, 20000mah",
    "20000mAh, 20000mah",
    "五百万像素, 500万像素",
    "50gx3, 50g 3",
    "50g*3, 50g 3",
    "3x50g, 3 50g",
    "12+512G, 12 512gb",
    "70x50cm, 70 500mm",
    "rx580x2, rx580x2",
    "GX7, gx7",
    "9999999999kg, 9999999999kg",
  })
  void segment_queryMode_givesBestPath(String text, String words) {
    assertThat(terms(text, Mode.QUERY)).containsExactly(words.split(" "));
  }

  /** Surnames are words of their own; what is no name stays in characters or words. */
  @ParameterizedTest
  @CsvSource({
    "王俊凯代言手机, 王 俊凯 代言 手机",
    "赵世清说, 赵 世清 说",
    "阿克马塔利耶夫访华, 阿克马塔利耶夫 访华",
    "丝塔芙洗面奶, 丝塔芙 洗面奶",
    "高清智能电视, 高清 智能 电视",
    "双卡双待, 双 卡 双 待",
    "白色连衣裙, 白色 连衣裙",
  })
  void segment_namesThatNoDictionaryHas_findsThem(String text, String words) {
    assertThat(terms(text, Mode.QUERY)).containsExactly(words.split(" "));
  }

  @Test
  void segment_givenName_isOneBehindASurnameAlone() {
    assertThat(segmenter.segment("王俊凯", Mode.INDEX))
        .anyMatch(token -> token.text().equals("俊凯") && token.kind() == TokenKind.NAME);
    assertThat(terms("俊凯", Mode.INDEX)).containsExactly("俊", "凯");
  }

  /** Numerals begin names and words too, and what they count need not be goods. */
  @ParameterizedTest
  @CsvSource({
    "一次性, 一次性",
    "半身裙, 半身裙",
    "三星, 三星",
    "六神, 六神",
    "七匹狼, 七匹狼",
    "两面针, 两面针",
    "四件套, 四件套",
    "三件套, 三件套",
    "百雀羚, 百 雀 羚",
    "一支队伍, 一 支 队伍",
    "三四斤, 三四 斤",
    "几十斤, 几十斤",
    "三万元, 三万 元",
  })
  void segment_numeralsWithinWords_leavesWordsWhole(String text, String words) {
    assertThat(terms(text, Mode.QUERY)).containsExactly(words.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "50gx3, 50gx3 50g 3",
    "50g*3, 50gx3 50g 3",
    "0.05kg×3, 50gx3 50g 3",
    "3x50g, 50gx3 50g 3",
    "10片*3盒, 10片x3盒 10片 3盒",
    "12+512G, 12+512gb 12 512gb",
    "12GB+512GB, 12+512gb 12gb 512gb",
    "8+256, 8+256gb 8 256",
    "70x50cm, 700mmx500mm 500mm 70",
    "七匹狼, 七匹狼 7匹",
  })
  void segment_packs_givesWholeAndPartsToTheIndex(String text, String words) {
    assertThat(terms(text, Mode.INDEX)).contains(words.split(" "));
    assertThat(terms(text, Mode.QUERY)).hasSizeLessThanOrEqualTo(2);
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
