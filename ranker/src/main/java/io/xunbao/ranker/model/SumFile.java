package io.xunbao.ranker.model;

import java.util.Objects;

/**
 * The file of a linear model and trees that are added to it.
 *
 * @param trees as LightGBM writes them
 */
record SumFile(LinearWeights linear, String trees) {
  SumFile {
    Objects.requireNonNull(linear, "linear");
    Objects.requireNonNull(trees, "trees");
  }
}
