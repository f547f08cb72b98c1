package io.xunbao.queryapi.understand;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.segment.Segmenter;
import io.xunbao.ikdict.wordbook.Synonyms;
import io.xunbao.ikdict.wordbook.WordBook;
import io.xunbao.indexer.search.ProductQuery;
import io.xunbao.testing.Seeded;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@Seeded
class WordRulesTest {
  private static final Lexicon LEXICON = Lexicon.bundled();

  private final WordRules rules =
      rules(
          Set.of("正品", "包邮"),
          "手机,移动电话,cellphone",
          "充电宝=>移动电源",
          "笔记本电脑,laptop",
          "苹果手机,iphone",
          "红,赤,朱,绯",
          "裙,裳,裾,褶");

  @Test
  void forms_twoWayRule_givesTheTypedFormFirst() {
    assertThat(rules.forms("手机支架")).containsExactly("手机支架", "移动电话支架", "cellphone 支架");
    assertThat(rules.forms("cellphone支架")).startsWith("cellphone 支架").contains("手机支架");
  }

  @Test
  void forms_oneWayRule_replacesInOneDirection() {
    assertThat(rules.forms("小米充电宝")).containsExactly("小米移动电源");
    assertThat(rules.forms("移动电源")).containsExactly("移动电源");
  }

  @Test
  void forms_longestRule_winsAndAppliesOnce() {
    assertThat(rules.forms("苹果手机")).containsExactly("苹果手机", "iphone");
  }

  @Test
  void forms_stopWord_isLeftOutUnlessNothingElseIsThere() {
    assertThat(rules.forms("正品 连衣裙 包邮")).containsExactly("连衣裙");
    assertThat(rules.forms("正品")).containsExactly("正品");
    assertThat(rules.forms("正品包邮")).containsExactly("正品包邮");
  }

  @Test
  void forms_partOfAWord_isNoMatch() {
    assertThat(rules.forms("手机壳")).containsExactly("手机壳");
  }

  @Test
  void forms_manyRules_staysWithinWhatRetrievalTakes() {
    List<String> forms = rules.forms("红 裙 红 裙 手机 laptop");
    assertThat(forms).hasSizeLessThanOrEqualTo(ProductQuery.MAX_VARIANTS + 1);
    assertThat(forms.getFirst()).isEqualTo("红 裙 红 裙 手机 laptop");
  }

  @Test
  void forms_noRuleMet_leavesAnyTextAlone(RandomGenerator random) {
    WordRules none = rules(Set.of("甲乙丙丁"), "戊己庚=>辛壬癸");
    for (int i = 0; i < 200; i++) {
      String text =
          random
              .ints(random.nextInt(12), 0, 8)
              .mapToObj(n -> List.of("手机", "红", " ", "a", "5", "-", "裙", "usb").get(n))
              .collect(Collectors.joining());
      assertThat(none.forms(text)).containsExactly(text.strip());
    }
  }

  private static WordRules rules(Set<String> stopWords, String... synonyms) {
    WordBook book =
        new WordBook(LEXICON, stopWords, Synonyms.parse(List.of(synonyms), LEXICON.folds()));
    return new WordRules(book, new Segmenter(LEXICON));
  }
}
