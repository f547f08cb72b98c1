package io.xunbao.ikdict.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The same artifacts give the same bytes. What the build put on the class path was made by another
 * JVM, so that an order that differs from one JVM to the next, as that of {@code Set.of}, shows.
 */
class LexiconBuildTest {
  private final LexiconBuild build = new LexiconBuild();

  @Test
  void lexicon_sameArtifacts_isTheBundledOneToTheByte() throws IOException {
    assertThat(build.lexicon()).isEqualTo(bundled("lexicon/bundled.lexicon"));
  }

  @Test
  void pinyin_sameArtifacts_isTheBundledOneToTheByte() throws IOException {
    assertThat(build.pinyin()).isEqualTo(bundled("pinyin/bundled.pinyin"));
  }

  private static byte[] bundled(String name) throws IOException {
    String path = "/io/xunbao/ikdict/" + name;
    try (InputStream in = LexiconBuildTest.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    }
  }
}
