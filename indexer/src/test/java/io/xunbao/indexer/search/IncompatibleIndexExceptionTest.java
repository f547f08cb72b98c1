package io.xunbao.indexer.search;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.indexer.schema.IndexSchema;
import io.xunbao.indexer.snapshot.Generation;
import org.junit.jupiter.api.Test;

class IncompatibleIndexExceptionTest {
  private static final Lexicon LEXICON = Lexicon.bundled();

  @Test
  void check_sameVersions_passes() {
    assertThatCode(
            () ->
                IncompatibleIndexException.check(
                    generation(Integer.toString(IndexSchema.VERSION), LEXICON.version()), LEXICON))
        .doesNotThrowAnyException();
  }

  @Test
  void check_otherWords_namesBothVersionsAndTheWayOut() {
    assertThatExceptionOfType(IncompatibleIndexException.class)
        .isThrownBy(
            () ->
                IncompatibleIndexException.check(
                    generation(Integer.toString(IndexSchema.VERSION), "0123456789abcdef"), LEXICON))
        .withMessageContaining("lexicon 0123456789abcdef")
        .withMessageContaining(LEXICON.version())
        .withMessageContaining("./xunbao index");
  }

  @Test
  void check_otherSchema_isRefused() {
    assertThatExceptionOfType(IncompatibleIndexException.class)
        .isThrownBy(
            () -> IncompatibleIndexException.check(generation("0", LEXICON.version()), LEXICON))
        .withMessageContaining("schema 0");
  }

  private static Generation generation(String schema, String lexicon) {
    return new Generation(7, 2, schema, lexicon, "words", "");
  }
}
