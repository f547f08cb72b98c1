package io.xunbao.ranker.train;

/**
 * How a model is trained. Trainers ignore what does not apply to them.
 *
 * @param rounds most trees
 * @param learningRate share of each tree that is added
 * @param leaves most leaves a tree
 * @param minRowsInLeaf fewest rows a leaf
 * @param l2 penalty on large leaves or weights
 * @param featureShare share of the features that a tree may use
 * @param patience rounds without a better validation nDCG after which training stops; 0 for never
 * @param unbiased whether click labels are corrected for the position that a row was shown at, its
 *     place in the group
 * @param seed of everything random
 */
public record TrainingSettings(
    int rounds,
    double learningRate,
    int leaves,
    int minRowsInLeaf,
    double l2,
    double featureShare,
    int patience,
    boolean unbiased,
    long seed) {
  public static final TrainingSettings DEFAULTS =
      new TrainingSettings(100, 0.1, 31, 20, 0, 1, 0, false, 42);

  public TrainingSettings {
    require(rounds >= 1 && rounds <= 10_000, "rounds must be in 1..10000, got ", rounds);
    require(learningRate > 0, "learningRate must be > 0, got ", learningRate);
    require(leaves >= 2, "leaves must be >= 2, got ", leaves);
    require(minRowsInLeaf >= 1, "minRowsInLeaf must be >= 1, got ", minRowsInLeaf);
    require(l2 >= 0, "l2 must be >= 0, got ", l2);
    require(
        featureShare > 0 && featureShare <= 1,
        "featureShare must be in (0, 1], got ",
        featureShare);
    require(patience >= 0, "patience must be >= 0, got ", patience);
  }

  private static void require(boolean condition, String rule, double value) {
    if (!condition) {
      throw new IllegalArgumentException(rule + value);
    }
  }

  public TrainingSettings withRounds(int newRounds) {
    return new TrainingSettings(
        newRounds, learningRate, leaves, minRowsInLeaf, l2, featureShare, patience, unbiased, seed);
  }

  public TrainingSettings withTrees(int newLeaves, int newMinRows, double newRate) {
    return new TrainingSettings(
        rounds, newRate, newLeaves, newMinRows, l2, featureShare, patience, unbiased, seed);
  }

  public TrainingSettings withShape(double newL2, double newFeatureShare) {
    return new TrainingSettings(
        rounds,
        learningRate,
        leaves,
        minRowsInLeaf,
        newL2,
        newFeatureShare,
        patience,
        unbiased,
        seed);
  }

  public TrainingSettings withPatience(int newPatience) {
    return new TrainingSettings(
        rounds, learningRate, leaves, minRowsInLeaf, l2, featureShare, newPatience, unbiased, seed);
  }

  public TrainingSettings withUnbiased(boolean newUnbiased) {
    return new TrainingSettings(
        rounds, learningRate, leaves, minRowsInLeaf, l2, featureShare, patience, newUnbiased, seed);
  }

  public TrainingSettings withSeed(long newSeed) {
    return new TrainingSettings(
        rounds, learningRate, leaves, minRowsInLeaf, l2, featureShare, patience, unbiased, newSeed);
  }
}
