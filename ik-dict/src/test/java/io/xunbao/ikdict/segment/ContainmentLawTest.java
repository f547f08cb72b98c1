package io.xunbao.ikdict.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.lexicon.LexiconExtension;
import io.xunbao.testing.Seeded;
import io.xunbao.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The law: what a query asks for is in the index, for whole texts and for parts cut at words. */
@Seeded
class ContainmentLawTest {
  private final Segmenter segmenter = new Segmenter(Lexicon.bundled());

  @Test
  void queryTokens_ofRandomTexts_areIndexTokens(RandomGenerator random) {
    for (int i = 0; i < 3_000; i++) {
      assertLaw(RandomTexts.text(random, 12), random);
    }
  }

  @Test
  void queryTokens_ofRealTitles_areIndexTokens(RandomGenerator random) throws IOException {
    try (Stream<String> lines = Files.lines(SharedData.file("zh/catalogue-union.tsv"))) {
      lines.filter(line -> random.nextInt(20) == 0).forEach(line -> assertLaw(line, random));
    }
  }

  @Test
  void queryTokens_underAnExtendedLexicon_areIndexTokens(RandomGenerator random) {
    Lexicon extended =
        Lexicon.bundled()
            .with(
                new LexiconExtension(
                    Map.of("雪纺连衣裙", 100, "壳电", 50, "T恤U盘", 10, "第三十二", 10), Set.of("连衣裙", "手机")));
    Segmenter other = new Segmenter(extended);
    for (int i = 0; i < 1_000; i++) {
      assertLaw(other, RandomTexts.text(random, 12), random);
    }
  }

  @Test
  void queryTokens_ofLongTextWithoutMarks_areIndexTokens(RandomGenerator random) {
    assertLaw("中华人民共和国万岁".repeat(1_000), random);
  }

  private void assertLaw(String text, RandomGenerator random) {
    assertLaw(segmenter, text, random);
  }

  private static void assertLaw(Segmenter segmenter, String text, RandomGenerator random) {
    List<Token> index = segmenter.segment(text, Mode.INDEX);
    Set<Found> found = new HashSet<>();
    index.forEach(token -> found.add(new Found(token.text(), token.start(), token.end())));
    assertContained(segmenter, text, 0, found);
    if (!index.isEmpty()) {
      int start = index.get(random.nextInt(index.size())).start();
      int end = index.get(random.nextInt(index.size())).end();
      if (start < end && isBorder(index, start) && isBorder(index, end)) {
        assertContained(segmenter, text.substring(start, end), start, found);
      }
    }
  }

  /**
   * Whether a text may be cut here: no atom goes across. A character that stands for several, such
   * as a squared unit, can end one atom and begin the next; between those there is no border.
   */
  private static boolean isBorder(List<Token> index, int offset) {
    return index.stream()
        .filter(token -> token.positionLength() == 1)
        .noneMatch(atom -> atom.start() < offset && offset < atom.end());
  }

  private static void assertContained(
      Segmenter segmenter, String part, int shift, Set<Found> index) {
    for (Token token : segmenter.segment(part, Mode.QUERY)) {
      assertThat(index)
          .as("index tokens, query token of <%s>", part)
          .contains(new Found(token.text(), token.start() + shift, token.end() + shift));
    }
  }

  private record Found(String text, int start, int end) {}
}
