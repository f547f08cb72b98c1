package io.xunbao.ranker.classify;

/**
 * How a classifier is learned.
 *
 * @param dimensions numbers a feature's vector
 * @param epochs passes over the texts
 * @param minCount rarer words and pairs have no vector of their own
 * @param buckets rows that share the n-grams among them; a power of two
 * @param learningRate of the first step; it falls linearly to 0
 * @param seed of the starting points and of the order of the texts
 */
public record ClassifierSettings(
    int dimensions, int epochs, int minCount, int buckets, float learningRate, long seed) {
  private static final int MOST_BUCKETS = 1 << 24;

  public ClassifierSettings {
    atLeastOne("dimensions", dimensions);
    atLeastOne("epochs", epochs);
    atLeastOne("minCount", minCount);
    if (Integer.bitCount(buckets) != 1 || buckets < 1 || buckets > MOST_BUCKETS) {
      throw new IllegalArgumentException(
          "buckets must be a power of two in [1, " + MOST_BUCKETS + "], got " + buckets);
    }
    if (!(learningRate > 0 && learningRate <= 2)) {
      throw new IllegalArgumentException("learningRate must be in (0, 2], got " + learningRate);
    }
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, got " + value);
    }
  }

  /** What suits some ten thousand short texts. */
  public static ClassifierSettings defaults() {
    return new ClassifierSettings(16, 5, 2, 1 << 18, 0.3f, 42);
  }

  public ClassifierSettings withDimensions(int value) {
    return new ClassifierSettings(value, epochs, minCount, buckets, learningRate, seed);
  }

  public ClassifierSettings withEpochs(int value) {
    return new ClassifierSettings(dimensions, value, minCount, buckets, learningRate, seed);
  }

  public ClassifierSettings withBuckets(int value) {
    return new ClassifierSettings(dimensions, epochs, minCount, value, learningRate, seed);
  }

  public ClassifierSettings withLearningRate(float value) {
    return new ClassifierSettings(dimensions, epochs, minCount, buckets, value, seed);
  }

  public ClassifierSettings withSeed(long value) {
    return new ClassifierSettings(dimensions, epochs, minCount, buckets, learningRate, value);
  }
}
