package io.xunbao.benchmarks.text;

import io.xunbao.ranker.classify.LabelledText;
import io.xunbao.ranker.classify.Prediction;
import io.xunbao.ranker.classify.TextSplit;
import io.xunbao.ranker.embed.TfIdf;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * The classic baseline: logistic regression on TF-IDF weights of words, by stochastic gradient
 * descent with a rate that falls linearly.
 */
final class TfIdfLogistic implements Contender {
  private static final int EPOCHS = 20;
  private static final double RATE = 2;
  private static final long SEED = 42;

  @Override
  public String name() {
    return "TF-IDF + logistic regression";
  }

  @Override
  public Function<List<String>, Prediction> train(TextSplit split) {
    Learner learner = new Learner(split.training());
    learner.learn();
    return learner::classify;
  }

  /** A text as numbers of words and their weights. */
  private record Sparse(int[] ids, double[] weights) {}

  private static final class Learner {
    private final List<LabelledText> texts;
    private final List<String> labels;
    private final WordIds ids;
    private final TfIdf tfIdf;
    private final double[][] weights;
    private final SplittableRandom random = new SplittableRandom(SEED);

    Learner(List<LabelledText> texts) {
      this.texts = texts;
      labels = texts.stream().map(LabelledText::label).distinct().sorted().toList();
      ids = new WordIds(texts);
      tfIdf = new TfIdf(texts.stream().map(LabelledText::words).toList());
      weights = new double[ids.size()][labels.size()];
    }

    void learn() {
      Sparse[] rows = texts.stream().map(text -> sparse(text.words())).toArray(Sparse[]::new);
      int[] truths = texts.stream().mapToInt(text -> labels.indexOf(text.label())).toArray();
      long steps = (long) rows.length * EPOCHS;
      for (long step = 0; step < steps; step++) {
        int i = random.nextInt(rows.length);
        double[] errors = probabilities(rows[i]);
        errors[truths[i]] -= 1;
        double rate = RATE * (1 - step / (double) steps);
        for (int w = 0; w < rows[i].ids().length; w++) {
          double[] row = weights[rows[i].ids()[w]];
          for (int label = 0; label < row.length; label++) {
            row[label] -= rate * errors[label] * rows[i].weights()[w];
          }
        }
      }
    }

    Prediction classify(List<String> words) {
      double[] probabilities = probabilities(sparse(words));
      int best = 0;
      for (int i = 1; i < probabilities.length; i++) {
        best = probabilities[i] > probabilities[best] ? i : best;
      }
      return new Prediction(labels.get(best), Math.min(1, probabilities[best]));
    }

    private Sparse sparse(List<String> words) {
      List<Map.Entry<String, Double>> known =
          tfIdf.vector(words).entrySet().stream()
              .filter(entry -> ids.id(entry.getKey()) > 0)
              .toList();
      return new Sparse(
          known.stream().mapToInt(entry -> ids.id(entry.getKey())).toArray(),
          known.stream().mapToDouble(Map.Entry::getValue).toArray());
    }

    private double[] probabilities(Sparse text) {
      double[] p = new double[labels.size()];
      for (int w = 0; w < text.ids().length; w++) {
        double[] row = weights[text.ids()[w]];
        for (int label = 0; label < p.length; label++) {
          p[label] += row[label] * text.weights()[w];
        }
      }
      double sum = 0;
      for (int label = 0; label < p.length; label++) {
        p[label] = Math.exp(p[label]);
        sum += p[label];
      }
      for (int label = 0; label < p.length; label++) {
        p[label] /= sum;
      }
      return p;
    }
  }
}
