package io.xunbao.ranker.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpressionJsonTest {
  private static final Impression SHOWN =
      new Impression(
          "i-1",
          "u~1",
          "面shuang",
          "面霜",
          Instant.parse("2026-11-24T12:00:00Z"),
          "snapshot-1",
          "ltr",
          "ltr/v1",
          null,
          "b",
          "abc",
          List.of("bm25", "price"),
          List.of(new Impression.Shown("a", 1, 0.5, new double[] {1.25, Double.NaN})));

  private final ImpressionJson json = new ImpressionJson();

  @Test
  void write_andRead_givesTheSame() {
    Impression read = json.read(json.write(SHOWN));
    assertThat(read).usingRecursiveComparison().ignoringFields("items.features").isEqualTo(SHOWN);
    assertThat(read.items().getFirst().features()).containsExactly(1.25, Double.NaN);
    assertThat(json.write(read)).isEqualTo(json.write(SHOWN));
  }

  @Test
  void write_missingFeature_isNull() {
    assertThat(json.write(SHOWN)).contains("[1.25,null]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "not json",
        "{\"id\":\"i\",\"at\":\"yesterday\",\"snapshot\":\"s\",\"ranker\":\"r\"}",
        "{\"id\":\"i\",\"at\":\"2026-11-24T12:00:00Z\",\"snapshot\":\"s\",\"ranker\":\"r\","
            + "\"items\":[{\"product\":\"a\",\"position\":0,\"propensity\":1}]}",
        "{\"id\":\"i\",\"at\":\"2026-11-24T12:00:00Z\",\"snapshot\":\"s\",\"ranker\":\"r\","
            + "\"items\":[{\"product\":\"a\",\"position\":1,\"propensity\":1,\"features\":[1]}]}"
      })
  void read_noImpression_isRefused(String line) {
    assertThatIllegalArgumentException().isThrownBy(() -> json.read(line));
  }
}
