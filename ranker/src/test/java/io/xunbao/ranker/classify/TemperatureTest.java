package io.xunbao.ranker.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.testing.Seeded;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TemperatureTest {
  private static final int LABELS = 3;

  /** Truths are drawn by the very probabilities; logits that are stretched must be shrunk again. */
  @Seeded
  @Test
  void search_stretchedLogits_findsByHowMuch(RandomGenerator random) {
    double stretch = 0.5 + 3 * random.nextDouble();
    double[][] logits = new double[20_000][LABELS];
    int[] truths = new int[logits.length];
    for (int i = 0; i < logits.length; i++) {
      for (int label = 0; label < LABELS; label++) {
        logits[i][label] = 1.5 * random.nextGaussian();
      }
      double[] probabilities = logits[i].clone();
      LinearSoftmax.softmax(probabilities, 1);
      truths[i] = draw(probabilities, random);
      double[] row = logits[i];
      Arrays.setAll(row, label -> row[label] * stretch);
    }
    assertThat(Temperature.search(logits, truths) / stretch).isCloseTo(1, within(0.1));
  }

  @Test
  void fit_noTexts_leavesConfidenceAsItIs() {
    TextClassifier classifier =
        new ClassifierTrainer(ClassifierSettings.defaults().withBuckets(16))
            .train(
                List.of(new LabelledText("a", List.of("x")), new LabelledText("b", List.of("y"))),
                List.of());
    assertThat(classifier.temperature()).isEqualTo(1);
  }

  private static int draw(double[] probabilities, RandomGenerator random) {
    double left = random.nextDouble();
    for (int label = 0; label < LABELS - 1; label++) {
      left -= probabilities[label];
      if (left < 0) {
        return label;
      }
    }
    return LABELS - 1;
  }
}
