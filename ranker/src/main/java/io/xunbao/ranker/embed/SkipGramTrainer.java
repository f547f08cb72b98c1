package io.xunbao.ranker.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Skip-gram with negative sampling and subsampling of frequent words (Mikolov et al. 2013,
 * "Distributed Representations of Words and Phrases and their Compositionality"), on the Vector
 * API.
 */
public final class SkipGramTrainer implements EmbeddingTrainer {
  @Override
  public String name() {
    return "skipgram";
  }

  @Override
  public Embedding train(List<List<String>> sentences, TrainingSettings settings) {
    Corpus corpus = Corpus.of(sentences, settings.minCount());
    int words = corpus.vocabulary().size();
    int width = SkipGramStep.paddedTo(settings.dimensions());
    float[] inputs = startingPoints(words, width, settings);
    SharedState shared =
        new SharedState(
            corpus,
            settings,
            inputs,
            new float[words * width],
            new NoiseTable(corpus.vocabulary()),
            new AtomicLong());
    run(shared);
    return Embedding.of(
        corpus.vocabulary(), unpadded(inputs, width, settings.dimensions()), settings.dimensions());
  }

  /** What all threads of one training see. */
  record SharedState(
      Corpus corpus,
      TrainingSettings settings,
      float[] inputs,
      float[] outputs,
      NoiseTable noise,
      AtomicLong done) {}

  private static float[] startingPoints(int words, int width, TrainingSettings settings) {
    SplittableRandom random = new SplittableRandom(settings.seed());
    float[] vectors = new float[Math.multiplyExact(words, width)];
    for (int word = 0; word < words; word++) {
      for (int i = 0; i < settings.dimensions(); i++) {
        vectors[word * width + i] = (random.nextFloat() - 0.5f) / settings.dimensions();
      }
    }
    return vectors;
  }

  private static void run(SharedState shared) {
    int threads = Math.min(shared.settings().threads(), shared.corpus().sentences());
    if (threads == 1) {
      new SkipGramPass(shared, 0, 1).run();
      return;
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> passes = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        passes.add(executor.submit(new SkipGramPass(shared, i, threads)));
      }
      for (Future<?> pass : passes) {
        pass.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a training thread failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("training was interrupted", e);
    }
  }

  private static float[] unpadded(float[] vectors, int width, int dimensions) {
    if (width == dimensions) {
      return vectors;
    }
    int words = vectors.length / width;
    float[] dense = new float[words * dimensions];
    for (int word = 0; word < words; word++) {
      System.arraycopy(vectors, word * width, dense, word * dimensions, dimensions);
    }
    return dense;
  }
}
