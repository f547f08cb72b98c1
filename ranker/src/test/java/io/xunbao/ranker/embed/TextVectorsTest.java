package io.xunbao.ranker.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.blas.PlainBlas;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextVectorsTest {
  private static final Embedding EMBEDDING =
      Embedding.of(
          new Vocabulary(List.of("the", "毛", "衣", "毛衣", "red_dress"), new long[] {996, 1, 1, 1, 1}),
          new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 1, 1, 1},
          3);
  private static final TextVectors PLAIN = new TextVectors(EMBEDDING, 1e-3, new float[3]);

  @Test
  void vector_frequentWord_weighsLess() {
    float[] vector = PLAIN.vector(List.of("the", "毛"));
    assertThat(vector[1] / vector[0]).isCloseTo(0.5f / (0.001f / 0.997f), within(0.5f));
  }

  @Test
  void vector_anyText_hasLengthOne() {
    float[] vector = PLAIN.vector(List.of("毛衣", "the", "衣"));
    assertThat(Vectors.dot(vector, vector)).isCloseTo(1, within(1e-6));
  }

  @Test
  void vector_unknownWord_isThatOfItsParts() {
    assertThat(PLAIN.vector(List.of("衣毛"))).containsExactly(PLAIN.vector(List.of("衣", "毛")));
    assertThat(PLAIN.vector(List.of("大毛衣"))).containsExactly(PLAIN.vector(List.of("毛衣")));
  }

  @Test
  void vector_nothingKnown_isZero() {
    assertThat(PLAIN.vector(List.of("zz", ""))).containsExactly(0, 0, 0);
    assertThat(PLAIN.vector(List.of())).containsExactly(0, 0, 0);
    assertThat(PLAIN.coverage(List.of("毛衣", "zz"))).isEqualTo(0.5);
  }

  @Test
  void vector_pairThatIsAPhrase_countsAsOneWord() {
    assertThat(PLAIN.vector(List.of("red", "dress")))
        .containsExactly(new float[] {0.57735f, 0.57735f, 0.57735f}, within(1e-4f));
  }

  @Test
  void fit_directionSharedByAll_isRemoved() {
    Vocabulary words = new Vocabulary(List.of("a", "b", "c", "d"), new long[] {1, 1, 1, 1});
    float[] vectors = {5, 1, 0, 5, -1, 0, 5, 0, 1, 5, 0, -1};
    TextVectors fitted =
        TextVectors.fit(
            Embedding.of(words, vectors, 3),
            List.of(List.of("a"), List.of("b"), List.of("c"), List.of("d")),
            new PlainBlas());
    assertThat(Math.abs(fitted.common()[0])).isCloseTo(1, within(1e-4f));
    assertThat(fitted.vector(List.of("a"))).containsExactly(new float[] {0, 1, 0}, within(1e-3f));
    assertThat(Vectors.cosine(fitted.vector(List.of("a")), fitted.vector(List.of("b"))))
        .isCloseTo(-1, within(1e-3));
  }

  @Test
  void new_commonOfOtherWidth_isRefused() {
    assertThatThrownBy(() -> new TextVectors(EMBEDDING, 1e-3, new float[2]))
        .hasMessageContaining("must have 3 numbers, got 2");
  }

  @Test
  void wordParts_mixedWord_isCutAtLettersAndDigitsOnly() {
    List<String> known = List.of("i", "phone", "iphone", "15", "手机", "壳");
    assertThat(WordParts.of("iphone15手机壳", known::contains))
        .containsExactly("iphone", "15", "手机", "壳");
    assertThat(WordParts.smallest("iphone15手机")).containsExactly("iphone", "15", "手", "机");
    assertThat(WordParts.of("手机", known::contains)).isEmpty();
  }
}
