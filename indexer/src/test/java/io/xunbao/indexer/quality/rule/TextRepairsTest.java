package io.xunbao.indexer.quality.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.testing.Seeded;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRepairsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<b>升级</b>版|升级版",
        "a<br/>b|a b",
        "<ul><li>x</li><li>y</li></ul>|  x  y  ",
        "抢！<a  target=\"blank\"  href=\"http://x/y.html?z=1\">领券</a>|抢！领券",
        "抢！<a  target=\"blank\"  href=\"http://x/y|抢！",
        "&lt;b&gt;x&lt;/b&gt;|x",
        "A&amp;B|A&B",
        "&amp;amp;|&",
        "&#33402;&#x8336;|艺茶",
        "a&nbsp;b|a b",
        "<script>alert(1)</script>x| x",
        "<!-- c -->x| x"
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void plain_htmlResidue_becomesText(String html, String text) {
    assertThat(HtmlText.plain(html)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "面霜&面膜",
        "<正品>包邮",
        "5 < 7 > 3",
        "AT&T; x",
        "a<b",
        "<ins同款>",
        "P&G",
        "1<2<3",
        "&#0x;",
        "<iPhone>壳"
      })
  void plain_textThatOnlyLooksLikeHtml_isLeftAlone(String text) {
    assertThat(HtmlText.plain(text)).isEqualTo(text);
  }

  @Test
  @Seeded
  void undo_chineseReadInAWrongCharset_comesBack(RandomGenerator random) {
    for (String wrong : new String[] {"ISO-8859-1", "windows-1252"}) {
      int undone = 0;
      for (int i = 0; i < 200; i++) {
        String right = title(random) + "abc 12";
        byte[] bytes = right.getBytes(StandardCharsets.UTF_8);
        String damaged = new String(bytes, Charset.forName(wrong));
        if (!damaged.contains("\uFFFD")) { // what Windows-1252 could not hold is lost for good
          assertThat(Mojibake.undo(damaged)).isEqualTo(right);
          undone++;
        }
      }
      assertThat(undone).as(wrong).isPositive();
    }
  }

  @Test
  void undo_utf8ReadAsGbk_comesBack() {
    String right = "正品连衣裙夏季新款";
    String damaged =
        new String((right + "a").getBytes(StandardCharsets.UTF_8), Charset.forName("GBK"));

    assertThat(Mojibake.undo(damaged)).isIn(right + "a", damaged);
    assertThat(Mojibake.undo("姝ｅ搧杩炶。瑁欏")).isNotEmpty();
  }

  @Test
  @Seeded
  void undo_textThatIsRight_isLeftAlone(RandomGenerator random) {
    for (int i = 0; i < 2_000; i++) {
      String right = title(random) + (random.nextBoolean() ? " Café® 5°" : "");
      assertThat(Mojibake.undo(right)).isEqualTo(right);
    }
    assertThat(Mojibake.undo("Crème brûlée — Ø 5 mm ±2°, naïve façade")).startsWith("Crème");
  }

  private static String title(RandomGenerator random) {
    StringBuilder title = new StringBuilder();
    for (int i = 0; i < 6 + random.nextInt(20); i++) {
      title.append((char) (0x4E00 + random.nextInt(0x51A5)));
    }
    return title.toString();
  }
}
