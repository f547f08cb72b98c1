package io.xunbao.ranker.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.testing.Seeded;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ClassifierTrainerTest {
  private static final ClassifierSettings SETTINGS =
      ClassifierSettings.defaults().withBuckets(1 << 12);

  @Seeded
  @Test
  void train_textsOfOwnWords_tellsTheLabelsApart(RandomGenerator random) {
    TextSplit split = TextSplit.of(Sayings.of(4, 2_000, random), 1);
    TextClassifier classifier = new ClassifierTrainer(SETTINGS).train(split);
    ClassifierReport report =
        ClassifierReport.of(classifier.labels(), split.heldOut(), classifier::classify);
    assertThat(report.accuracy()).isGreaterThan(0.97);
    assertThat(report.macroF1()).isGreaterThan(0.97);
  }

  @Seeded
  @Test
  void train_sameSeed_isRepeatable(RandomGenerator random) {
    TextSplit split = TextSplit.of(Sayings.of(3, 600, random), 1);
    TextClassifier first = new ClassifierTrainer(SETTINGS).train(split);
    TextClassifier second = new ClassifierTrainer(SETTINGS).train(split);
    assertThat(first.model().inputs()).containsExactly(second.model().inputs());
    assertThat(first.temperature()).isEqualTo(second.temperature());
  }

  @Seeded
  @Test
  void probabilities_anyText_addUpToOne(RandomGenerator random) {
    TextClassifier classifier =
        new ClassifierTrainer(SETTINGS).train(TextSplit.of(Sayings.of(3, 600, random), 1));
    for (List<String> text :
        List.of(List.<String>of(), List.of("never", "seen"), List.of("owna1"))) {
      assertThat(Arrays.stream(classifier.probabilities(text)).sum()).isCloseTo(1, within(1e-9));
      assertThat(classifier.classify(text).confidence()).isBetween(1 / 3.0 - 1e-9, 1.0);
    }
  }

  @Seeded
  @Test
  void classify_wordNeverSeen_goesByItsCharacters(RandomGenerator random) {
    TextClassifier classifier =
        new ClassifierTrainer(SETTINGS).train(TextSplit.of(Sayings.of(2, 2_000, random), 1));
    assertThat(classifier.classify(List.of("owna99")).label()).isEqualTo("label0");
    assertThat(classifier.classify(List.of("ownb99")).label()).isEqualTo("label1");
  }

  @Seeded
  @Test
  void train_oneLabel_isRefused(RandomGenerator random) {
    List<LabelledText> texts = Sayings.of(1, 30, random);
    ClassifierTrainer trainer = new ClassifierTrainer(SETTINGS);
    assertThatThrownBy(() -> trainer.train(texts, List.of()))
        .hasMessageContaining("at least two labels, got [label0]");
  }
}
