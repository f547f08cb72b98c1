package io.xunbao.ranker.trees;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Scores rows with a tree ensemble, equal to the trainer's own prediction to the last bit. Safe for
 * use by several threads.
 *
 * <p>Ensembles of at most 64 leaves a tree are scored many rows at once without a branch ({@link
 * MaskedTrees}); others by walking each tree.
 */
public final class TreeScorer {
  private final TreeEnsemble ensemble;
  private final Optional<MaskedTrees> masked;

  public TreeScorer(TreeEnsemble ensemble) {
    this.ensemble = Objects.requireNonNull(ensemble, "ensemble");
    this.masked = MaskedTrees.of(ensemble);
  }

  public TreeEnsemble ensemble() {
    return ensemble;
  }

  /** Whether the fast way is taken. */
  public boolean isVectorised() {
    return masked.isPresent();
  }

  /**
   * Scores a window.
   *
   * @param values features row after row, as many a row as the ensemble names; NaN is missing
   * @param rows number of rows
   * @return one score a row
   */
  public double[] score(double[] values, int rows) {
    int columns = ensemble.features().size();
    if (values.length != rows * columns) {
      throw new IllegalArgumentException(
          "values must hold " + rows + " x " + columns + " features, got " + values.length);
    }
    return masked.isPresent()
        ? masked.get().scores(values, rows, columns)
        : walked(values, rows, columns);
  }

  private double[] walked(double[] values, int rows, int columns) {
    double[] scores = new double[rows];
    for (int row = 0; row < rows; row++) {
      scores[row] = ensemble.walk(Arrays.copyOfRange(values, row * columns, (row + 1) * columns));
    }
    return scores;
  }
}
