package io.xunbao.ikdict.pinyin;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ikdict.lexicon.Lexicon;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinIndexTest {
  private static final PinyinIndex INDEX = PinyinIndex.of(Lexicon.bundled());
  private static final PinyinIndex ASKED =
      PinyinIndex.of(
          Lexicon.bundled(), Map.of("连衣裙", 5_000, "手机", 9_000, "华为", 3_000), PinyinFuzz.NONE);

  @ParameterizedTest
  @CsvSource({
    "lianyiqun, 连衣裙",
    "shouji, 手机",
    "yinhang, 银行",
    "chongqing, 重庆",
    "dianfanbao, 电饭煲",
    "nvzhuang, 女装",
    "LianYi Qun, 连衣裙",
  })
  void candidates_fullSyllables_haveTheWordFirst(String typed, String word) {
    assertThat(texts(INDEX, typed)).startsWith(word);
  }

  @ParameterizedTest
  @CsvSource({"lyiq, 连衣裙", "sji, 手机", "lianyq, 连衣裙", "huaweishouji, 华为手机"})
  void candidates_mixed_haveTheWordThatIsAskedFor(String typed, String word) {
    assertThat(texts(ASKED, typed)).contains(word);
  }

  @Test
  void candidates_initials_areRankedByWhatIsAskedFor() {
    assertThat(texts(ASKED, "lyq")).startsWith("连衣裙");
  }

  @Test
  void candidates_fuzzySounds_onlyByOption() {
    PinyinIndex fuzzy = PinyinIndex.of(Lexicon.bundled(), Map.of(), PinyinFuzz.ALL);
    assertThat(texts(INDEX, "niangyiqun")).doesNotContain("连衣裙");
    assertThat(texts(fuzzy, "sougi")).doesNotContain("手机");
    assertThat(texts(fuzzy, "souji")).contains("手机");
    assertThat(texts(fuzzy, "nianyiqun")).contains("连衣裙");
  }

  @ParameterizedTest
  @CsvSource({"'',x", "iphone15,x", "手机,x", "xkcdqqq,x"})
  void candidates_noPinyin_areNone(String typed, String ignored) {
    assertThat(INDEX.candidates(typed)).isEmpty();
  }

  @Test
  void candidates_scores_fall() {
    List<PinyinCandidate> found = INDEX.candidates("shishi");
    assertThat(found).hasSizeGreaterThan(3);
    assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
  }

  private static List<String> texts(PinyinIndex index, String typed) {
    return index.candidates(typed).stream().map(PinyinCandidate::text).toList();
  }
}
