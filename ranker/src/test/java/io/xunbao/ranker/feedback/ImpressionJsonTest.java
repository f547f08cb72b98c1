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
  void read_mixedList_saysWhoPickedWhat() {
    double[] none = {};
    Impression mixed =
        new Impression(
            "i-2",
            null,
            "q",
            "q",
            Instant.parse("2026-11-24T12:00:00Z"),
            "snapshot-1",
            "mixed",
            null,
            null,
            "ltr-2026",
            Impression.mixedArm(List.of("default", "ltr")),
            null,
            List.of(),
            List.of(
                new Impression.Shown("a", 1, 1, none, "ltr"),
                new Impression.Shown("b", 2, 0.5, none, "default"),
                new Impression.Shown("c", 3, 0.3, none)));
    Impression read = json.read(json.write(mixed));
    assertThat(read).usingRecursiveComparison().isEqualTo(mixed);
    assertThat(read.teams()).containsExactly("default", "ltr");
    assertThat(read.items())
        .extracting(Impression.Shown::team)
        .containsExactly("ltr", "default", null);
  }

  @Test
  void read_logFromBeforeExperiments_namesNoTeam() {
    String old =
        "{\"id\":\"i-1\",\"query\":\"q\",\"understood\":\"q\",\"at\":\"2026-11-24T12:00:00Z\","
            + "\"snapshot\":\"s\",\"ranker\":\"bm25\",\"arm\":\"b\",\"later\":{\"x\":1},\"features\":[],"
            + "\"items\":[{\"product\":\"a\",\"position\":1,\"propensity\":1,\"features\":[]}]}";
    Impression read = json.read(old);
    assertThat(read.experiment()).isNull();
    assertThat(read.arm()).isEqualTo("b");
    assertThat(read.teams()).isEmpty();
    assertThat(read.items().getFirst().team()).isNull();
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
