package io.xunbao.ranker.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassifierReportTest {
  private static final List<LabelledText> TEXTS =
      List.of(
          new LabelledText("a", List.of("1")),
          new LabelledText("a", List.of("2")),
          new LabelledText("a", List.of("3")),
          new LabelledText("b", List.of("4")),
          new LabelledText("c", List.of("5")));

  private static final Map<String, Prediction> SAID =
      Map.of(
          "1", new Prediction("a", 0.95),
          "2", new Prediction("a", 1),
          "3", new Prediction("b", 0.55),
          "4", new Prediction("b", 0.52),
          "5", new Prediction("a", 0.91));

  private static ClassifierReport report() {
    return ClassifierReport.of(
        List.of("a", "b", "c"), TEXTS, words -> SAID.getOrDefault(words.getFirst(), SAID.get("1")));
  }

  @Test
  void of_fiveTexts_countsByHand() {
    ClassifierReport report = report();
    assertThat(report.confusion()).isDeepEqualTo(new int[][] {{2, 1, 0}, {0, 1, 0}, {1, 0, 0}});
    assertThat(report.accuracy()).isEqualTo(0.6);
    assertThat(report.precision(0)).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(report.recall(0)).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(report.f1(1)).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(report.f1(2)).isZero();
    assertThat(report.macroF1()).isCloseTo(4 / 9.0, within(1e-9));
  }

  @Test
  void of_fiveTexts_weighsTheGapOfEachTenthOfConfidence() {
    ClassifierReport report = report();
    double high = Math.abs(0.95 + 1 + 0.91 - 2);
    double middle = Math.abs(0.55 + 0.52 - 1);
    assertThat(report.calibrationError()).isCloseTo((high + middle) / 5, within(1e-9));
    assertThat(report.sure()).isCloseTo(0.6, within(1e-9));
    assertThat(report.sureAccuracy()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void of_unknownLabel_isRefusedByName() {
    assertThatThrownBy(
            () -> ClassifierReport.of(List.of("a"), TEXTS, words -> new Prediction("a", 1)))
        .hasMessageContaining("got b");
  }
}
