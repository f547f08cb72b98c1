package io.xunbao.benchmarks.text;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.xunbao.ranker.classify.LabelledText;
import io.xunbao.ranker.classify.Prediction;
import io.xunbao.ranker.classify.TextSplit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A small convolutional network trained by DJL on PyTorch (Kim 2014, "Convolutional Neural Networks
 * for Sentence Classification"): learned word vectors, one layer of filters over three words, the
 * maximum over the text, dropout, one linear layer. One thread.
 */
final class DjlNetwork implements Contender {
  private static final int DIMENSIONS = 64;
  private static final int FILTERS = 128;
  private static final int LENGTH = 96;
  private static final int BATCH = 64;
  private static final int EPOCHS = 3;
  private static final int SEED = 42;

  @Override
  public String name() {
    return "DJL convolutional network";
  }

  @Override
  public Function<List<String>, Prediction> train(TextSplit split) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    Engine.getInstance().setRandomSeed(SEED);
    WordIds ids = new WordIds(split.training());
    List<String> labels =
        split.training().stream().map(LabelledText::label).distinct().sorted().toList();
    Model model = Model.newInstance("reviews");
    model.setBlock(network(ids.size(), labels.size()));
    Trainer trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(
                    Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build()));
    trainer.initialize(new Shape(1, LENGTH));
    learn(trainer, split.training(), ids, labels);
    return words -> classify(trainer, numbers(words, ids), labels);
  }

  private static Block network(int words, int labels) {
    return new SequentialBlock()
        .add(new WordVectorsBlock(words, DIMENSIONS))
        .add(Conv1d.builder().setKernelShape(new Shape(3)).setFilters(FILTERS).build())
        .add(Activation.reluBlock())
        .addSingleton(features -> features.max(new int[] {2}))
        .add(Dropout.builder().optRate(0.5f).build())
        .add(Linear.builder().setUnits(labels).build());
  }

  private static void learn(
      Trainer trainer, List<LabelledText> texts, WordIds ids, List<String> labels) {
    SplittableRandom random = new SplittableRandom(SEED);
    int steps = texts.size() * EPOCHS / BATCH;
    for (int step = 0; step < steps; step++) {
      long[] words = new long[BATCH * LENGTH];
      long[] truths = new long[BATCH];
      for (int i = 0; i < BATCH; i++) {
        LabelledText text = texts.get(random.nextInt(texts.size()));
        System.arraycopy(numbers(text.words(), ids), 0, words, i * LENGTH, LENGTH);
        truths[i] = labels.indexOf(text.label());
      }
      step(trainer, words, truths);
    }
  }

  private static void step(Trainer trainer, long[] words, long[] truths) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      NDArray batch = manager.create(words, new Shape(truths.length, LENGTH));
      NDArray wanted = manager.create(truths);
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList said = trainer.forward(new NDList(batch));
        collector.backward(trainer.getLoss().evaluate(new NDList(wanted), said));
      }
      trainer.step();
    }
  }

  private static Prediction classify(Trainer trainer, long[] words, List<String> labels) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      NDArray text = manager.create(words, new Shape(1, LENGTH));
      float[] p = trainer.evaluate(new NDList(text)).singletonOrThrow().softmax(1).toFloatArray();
      int best = 0;
      for (int i = 1; i < p.length; i++) {
        best = p[i] > p[best] ? i : best;
      }
      return new Prediction(labels.get(best), Math.clamp(p[best], 0, 1));
    }
  }

  /** The first words of a text, filled up with zeros. */
  private static long[] numbers(List<String> words, WordIds ids) {
    long[] numbers = new long[LENGTH];
    for (int i = 0; i < Math.min(LENGTH, words.size()); i++) {
      numbers[i] = ids.id(words.get(i));
    }
    return numbers;
  }
}
