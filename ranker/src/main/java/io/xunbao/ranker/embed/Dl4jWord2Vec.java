package io.xunbao.ranker.embed;

import org.deeplearning4j.models.embeddings.learning.impl.elements.SkipGram;
import org.deeplearning4j.models.word2vec.VocabWord;
import org.deeplearning4j.models.word2vec.Word2Vec;
import org.deeplearning4j.models.word2vec.wordstore.VocabCache;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where the optional library is used; loaded only while {@link Dl4jTrainer} trains. */
final class Dl4jWord2Vec {
  private static final double LEAST_RATE = 1e-4;

  /** Sentences that are handed to the native code at once; the library's own default. */
  private static final int BATCH = 512;

  private Dl4jWord2Vec() {}

  /** Learns vectors; shape [vocabulary.size, dimensions], in the order of our vocabulary. */
  static float[] learn(Corpus corpus, TrainingSettings settings) {
    Word2Vec model = model(corpus, settings);
    model.fit();
    return vectors(model, corpus.vocabulary().size(), settings.dimensions());
  }

  private static Word2Vec model(Corpus corpus, TrainingSettings settings) {
    return new Word2Vec.Builder()
        .iterate(new CorpusSequences(corpus))
        .elementsLearningAlgorithm(new SkipGram<VocabWord>())
        .layerSize(settings.dimensions())
        .windowSize(settings.window())
        .useHierarchicSoftmax(false)
        .negativeSample(settings.negatives())
        .sampling(settings.subsample())
        .learningRate(settings.learningRate())
        .minLearningRate(settings.learningRate() * LEAST_RATE)
        .minWordFrequency(1)
        .epochs(settings.epochs())
        .iterations(1)
        .batchSize(BATCH)
        .workers(settings.threads())
        .allowParallelTokenization(false)
        .seed(settings.seed())
        .build();
  }

  private static float[] vectors(Word2Vec model, int words, int dimensions) {
    INDArray weights = model.lookupTable().getWeights();
    VocabCache<VocabWord> found = model.getVocab();
    float[] vectors = new float[Math.multiplyExact(words, dimensions)];
    for (int row = 0; row < words; row++) {
      int index = found.indexOf(CorpusSequences.label(row));
      float[] vector = weights.getRow(index).toFloatVector();
      System.arraycopy(vector, 0, vectors, row * dimensions, dimensions);
    }
    return vectors;
  }
}
