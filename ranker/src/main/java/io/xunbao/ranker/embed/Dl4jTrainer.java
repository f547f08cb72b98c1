package io.xunbao.ranker.embed;

import java.util.List;

/**
 * Skip-gram with negative sampling by Deeplearning4j's {@code Word2Vec}. It learns from the same
 * numbered words as {@link SkipGramTrainer}, so that the two can be compared; repeatable with one
 * thread.
 *
 * <p>The library is optional and for training alone: where it is not on the class path, {@link
 * #train} says so. This class names none of its types, so that it loads without it.
 */
public final class Dl4jTrainer implements EmbeddingTrainer {
  @Override
  public String name() {
    return "dl4j";
  }

  /**
   * {@inheritDoc}
   *
   * @throws TrainerUnavailable where the library is absent or has no native code for this machine
   */
  @Override
  public Embedding train(List<List<String>> sentences, TrainingSettings settings) {
    Corpus corpus = Corpus.of(sentences, settings.minCount());
    try {
      float[] vectors = Dl4jWord2Vec.learn(corpus, settings);
      return Embedding.of(corpus.vocabulary(), vectors, settings.dimensions());
    } catch (NoClassDefFoundError | ExceptionInInitializerError | UnsatisfiedLinkError e) {
      throw new TrainerUnavailable(
          "the trainer dl4j needs deeplearning4j-nlp and nd4j-native (linux-x86_64) on the class"
              + " path, where `./xunbao train` puts them, and cannot load them: "
              + e
              + "; take --trainer skipgram, which needs neither",
          e);
    }
  }
}
