package io.xunbao.ranker.classify;

import io.xunbao.ranker.embed.Vocabulary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Learns a classifier of averaged vectors of words and hashed pairs (Joulin et al. 2017, "Bag of
 * Tricks for Efficient Text Classification") by stochastic gradient descent on the cross entropy,
 * and then the temperature that makes its confidence mean what it says. One thread; the same texts
 * and seed give the same classifier.
 */
public final class ClassifierTrainer {
  private final ClassifierSettings settings;

  public ClassifierTrainer(ClassifierSettings settings) {
    this.settings = settings;
  }

  /** Learns from a split's training texts and calibrates on its calibration texts. */
  public TextClassifier train(TextSplit split) {
    return train(split.training(), split.calibration());
  }

  /**
   * Learns from texts.
   *
   * @param calibration texts that are not among the training ones; none leaves the temperature at 1
   * @throws IllegalArgumentException where there are fewer than two labels
   */
  public TextClassifier train(List<LabelledText> training, List<LabelledText> calibration) {
    List<String> labels = training.stream().map(LabelledText::label).distinct().sorted().toList();
    if (labels.size() < 2) {
      throw new IllegalArgumentException(
          "a classifier needs texts of at least two labels, got " + labels);
    }
    TextFeatures features =
        TextFeatures.of(
            vocabulary(training),
            settings.buckets(),
            training.stream().map(LabelledText::words).toList(),
            settings.minCount());
    LinearSoftmax model = start(features, labels.size());
    learn(model, Examples.of(training, labels, features));
    TextClassifier raw = new TextClassifier(labels, features, model, 1);
    return raw.withTemperature(Temperature.fit(raw, calibration));
  }

  /** The frequent words, the most frequent first; ties in the order of the words. */
  private Vocabulary vocabulary(List<LabelledText> texts) {
    Map<String, Long> counts = new HashMap<>();
    texts.forEach(text -> text.words().forEach(word -> counts.merge(word, 1L, Long::sum)));
    List<Map.Entry<String, Long>> frequent =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= settings.minCount())
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    return new Vocabulary(
        frequent.stream().map(Map.Entry::getKey).toList(),
        frequent.stream().mapToLong(Map.Entry::getValue).toArray());
  }

  private LinearSoftmax start(TextFeatures features, int labels) {
    int width = Lanes.padded(settings.dimensions());
    int rows = features.size();
    float[] inputs = new float[Math.multiplyExact(rows, width)];
    SplittableRandom random = new SplittableRandom(settings.seed());
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < settings.dimensions(); i++) {
        inputs[row * width + i] = (random.nextFloat() * 2 - 1) / settings.dimensions();
      }
    }
    return new LinearSoftmax(inputs, new float[labels * width], new float[labels], width);
  }

  private void learn(LinearSoftmax model, Examples examples) {
    GradientStep step = new GradientStep(model);
    SplittableRandom random = new SplittableRandom(settings.seed() + 1);
    long total = (long) examples.size() * settings.epochs();
    long done = 0;
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      for (int i : examples.shuffled(random)) {
        float rate = settings.learningRate() * (1 - (float) done++ / total);
        step.learn(examples.rows(i), examples.label(i), rate);
      }
    }
  }
}
