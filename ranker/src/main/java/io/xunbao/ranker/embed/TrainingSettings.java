package io.xunbao.ranker.embed;

/**
 * How word vectors are learned.
 *
 * @param dimensions numbers a vector
 * @param window words on each side that may count as context; each position draws 1 to window
 * @param negatives words drawn as counterexamples for each pair
 * @param epochs passes over the text
 * @param minCount rarer words are replaced by their parts
 * @param subsample words more frequent than this share are dropped now and then; 0 keeps all
 * @param learningRate of the first step; it falls linearly to almost 0
 * @param threads 1 makes the result repeatable; more write to the same vectors without locks
 * @param seed of all random draws
 */
public record TrainingSettings(
    int dimensions,
    int window,
    int negatives,
    int epochs,
    int minCount,
    double subsample,
    float learningRate,
    int threads,
    long seed) {
  public TrainingSettings {
    atLeastOne("dimensions", dimensions);
    atLeastOne("window", window);
    atLeastOne("negatives", negatives);
    atLeastOne("epochs", epochs);
    atLeastOne("minCount", minCount);
    atLeastOne("threads", threads);
    if (!(subsample >= 0 && subsample < 1)) {
      throw new IllegalArgumentException("subsample must be in [0, 1), got " + subsample);
    }
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new IllegalArgumentException("learningRate must be in (0, 1], got " + learningRate);
    }
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, got " + value);
    }
  }

  /** What suits a catalogue of some ten thousand titles. */
  public static TrainingSettings defaults() {
    return new TrainingSettings(128, 5, 5, 5, 3, 1e-3, 0.05f, 1, 42);
  }

  public TrainingSettings withDimensions(int value) {
    return new TrainingSettings(
        value, window, negatives, epochs, minCount, subsample, learningRate, threads, seed);
  }

  public TrainingSettings withWindow(int value) {
    return new TrainingSettings(
        dimensions, value, negatives, epochs, minCount, subsample, learningRate, threads, seed);
  }

  public TrainingSettings withEpochs(int value) {
    return new TrainingSettings(
        dimensions, window, negatives, value, minCount, subsample, learningRate, threads, seed);
  }

  public TrainingSettings withMinCount(int value) {
    return new TrainingSettings(
        dimensions, window, negatives, epochs, value, subsample, learningRate, threads, seed);
  }

  public TrainingSettings withSubsample(double value) {
    return new TrainingSettings(
        dimensions, window, negatives, epochs, minCount, value, learningRate, threads, seed);
  }

  public TrainingSettings withThreads(int value) {
    return new TrainingSettings(
        dimensions, window, negatives, epochs, minCount, subsample, learningRate, value, seed);
  }

  public TrainingSettings withSeed(long value) {
    return new TrainingSettings(
        dimensions, window, negatives, epochs, minCount, subsample, learningRate, threads, value);
  }
}
