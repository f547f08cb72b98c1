package io.xunbao.indexer.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncompatibleIndexTest {
  private static final String LEXICON = Lexicon.bundled().version();

  @TempDir Path folder;
  private IndexWords words;

  @BeforeEach
  void open() throws IOException {
    words = IndexWords.at(IndexDirectory.at(folder));
  }

  @Test
  void of_bundledWords_areThere() throws IOException {
    assertThat(words.of(generation(Integer.toString(IndexSchema.VERSION), LEXICON)).lexicon())
        .isSameAs(Lexicon.bundled());
  }

  @Test
  void of_unknownWords_namesBothVersionsAndTheWayOut() {
    assertThatExceptionOfType(IncompatibleIndexException.class)
        .isThrownBy(
            () -> words.of(generation(Integer.toString(IndexSchema.VERSION), "0123456789abcdef")))
        .withMessageContaining("lexicon 0123456789abcdef")
        .withMessageContaining(LEXICON)
        .withMessageContaining("./xunbao index");
  }

  @Test
  void of_otherSchema_isRefused() {
    assertThatExceptionOfType(IncompatibleIndexException.class)
        .isThrownBy(() -> words.of(generation("0", LEXICON)))
        .withMessageContaining("schema 0");
  }

  private static Generation generation(String schema, String lexicon) {
    return new Generation(7, 2, schema, lexicon, "words", "");
  }
}
