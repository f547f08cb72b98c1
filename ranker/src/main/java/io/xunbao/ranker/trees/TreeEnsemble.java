package io.xunbao.ranker.trees;

import java.util.List;
import java.util.Objects;

/**
 * What a model file of trees says.
 *
 * @param trees added in this order, so that rounding is the trainer's own
 * @param features names of the input columns
 * @param precision how the trainer reads inputs and adds up
 * @param baseScore what the sum starts with
 * @param divisor what the sum is divided by: the number of trees where a forest averages, else 1
 */
public record TreeEnsemble(
    List<Tree> trees,
    List<String> features,
    Precision precision,
    double baseScore,
    double divisor) {
  /** Bounds what a file can make this process allocate. */
  static final int MAX_TREES = 20_000;

  /** LightGBM computes in double precision, XGBoost in single. */
  public enum Precision {
    DOUBLE,
    FLOAT
  }

  public TreeEnsemble {
    trees = List.copyOf(trees);
    features = List.copyOf(features);
    Objects.requireNonNull(precision, "precision");
    if (trees.size() > MAX_TREES) {
      throw new ModelFormatException(
          "a model must have at most " + MAX_TREES + " trees, got " + trees.size());
    }
    for (Tree tree : trees) {
      for (Split split : tree.splits()) {
        if (split.feature() >= features.size()) {
          throw new ModelFormatException(
              "a split asks for feature " + split.feature() + " of " + features.size());
        }
      }
    }
  }

  /** The score of one row by walking every tree: the reference for the faster scorer. */
  double walk(double[] row) {
    double[] values = inputs(row);
    double sum = baseScore;
    for (Tree tree : trees) {
      double leaf = tree.leaves()[tree.leaf(values)];
      sum = precision == Precision.FLOAT ? (float) sum + (float) leaf : sum + leaf;
    }
    return sum / divisor;
  }

  /** A row as the trainer reads it. */
  double[] inputs(double[] row) {
    if (precision == Precision.DOUBLE) {
      return row;
    }
    double[] rounded = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      rounded[i] = (float) row[i];
    }
    return rounded;
  }
}
