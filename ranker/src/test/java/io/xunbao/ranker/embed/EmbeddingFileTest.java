package io.xunbao.ranker.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingFileTest {
  @TempDir Path folder;

  @Seeded
  @Test
  void open_floats_givesBackWhatWasWritten(RandomGenerator random) throws IOException {
    Embedding written = embedding(random);
    Path file = write(written, Encoding.FLOAT32);
    Embedding read = EmbeddingFile.open(file);
    assertThat(read.vocabulary().words()).isEqualTo(written.vocabulary().words());
    assertThat(read.vocabulary().count(1)).isEqualTo(7);
    assertThat(read.toMatrix().values()).containsExactly(written.toMatrix().values());
  }

  @Seeded
  @Test
  void open_bytes_isWithinHalfAStepOfTheRow(RandomGenerator random) throws IOException {
    Embedding written = embedding(random);
    Path file = write(written, Encoding.INT8);
    Embedding read = EmbeddingFile.open(file);
    for (String word : written.vocabulary().words()) {
      float[] expected = written.vector(word).orElseThrow();
      float largest = 0;
      for (float x : expected) {
        largest = Math.max(largest, Math.abs(x));
      }
      assertThat(read.vector(word).orElseThrow())
          .containsExactly(expected, within(largest / 253 + 1e-7f));
    }
  }

  @Seeded
  @Test
  void open_anyByteChanged_isRefused(RandomGenerator random) throws IOException {
    Path file = write(embedding(random), Encoding.FLOAT32);
    byte[] good = Files.readAllBytes(file);
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= (byte) (1 << random.nextInt(8));
      assertRefused(bad);
    }
  }

  @Seeded
  @Test
  void open_cutOrGrown_isRefused(RandomGenerator random) throws IOException {
    byte[] good = Files.readAllBytes(write(embedding(random), Encoding.INT8));
    for (int length = 0; length < good.length; length++) {
      assertRefused(Arrays.copyOf(good, length));
    }
    assertRefused(Arrays.copyOf(good, good.length + 1));
  }

  @Test
  void open_otherFile_saysWhatItIsNot() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "x".repeat(100));
    assertThatThrownBy(() -> EmbeddingFile.open(file))
        .isInstanceOf(BadVectorFileException.class)
        .hasMessageContaining("notes.txt is refused: it is no vector file");
  }

  private void assertRefused(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("bad.vec"), bytes);
    assertThatThrownBy(() -> EmbeddingFile.open(file)).isInstanceOf(BadVectorFileException.class);
  }

  private Path write(Embedding embedding, Encoding encoding) throws IOException {
    Path file = folder.resolve("good.vec");
    EmbeddingFile.write(file, embedding, encoding);
    return file;
  }

  private static Embedding embedding(RandomGenerator random) {
    float[] vectors = new float[15];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = random.nextFloat() * 4 - 2;
    }
    return Embedding.of(
        new Vocabulary(List.of("连衣裙", "iphone", "𠮷"), new long[] {9, 7, 0}), vectors, 5);
  }
}
