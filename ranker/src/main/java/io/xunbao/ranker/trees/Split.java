package io.xunbao.ranker.trees;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An inner node of a tree. A number goes left where it is at most the threshold; a category goes
 * left where it is in the set.
 *
 * @param feature column of the input
 * @param threshold largest value that goes left; unused with categories
 * @param missing what counts as missing
 * @param defaultLeft whether a missing value goes left
 * @param categories bit set of the categories that go left, or null for a numerical split
 * @param left index of the left child, an inner node; of a leaf its bitwise complement
 * @param right index of the right child, likewise
 * @param cover how many training rows (or how much of their weight) came here
 */
public record Split(
    int feature,
    double threshold,
    Missing missing,
    boolean defaultLeft,
    long @Nullable [] categories,
    int left,
    int right,
    double cover) {
  public Split {
    Objects.requireNonNull(missing, "missing");
    if (feature < 0) {
      throw new ModelFormatException("a split's feature must be >= 0, got " + feature);
    }
    if (Double.isNaN(threshold)) {
      throw new ModelFormatException("a split's threshold must be a number, got NaN");
    }
  }

  /** Whether a value of the feature goes left. */
  boolean goesLeft(double value) {
    if (categories != null) {
      return isCategoryLeft(categories, value);
    }
    double v = Double.isNaN(value) && missing != Missing.NAN ? 0 : value;
    boolean isMissing =
        switch (missing) {
          case NONE -> false;
          case ZERO -> Missing.isZero(v);
          case NAN -> Double.isNaN(v);
        };
    return isMissing ? defaultLeft : v <= threshold;
  }

  private static boolean isCategoryLeft(long[] categories, double value) {
    // As LightGBM casts: towards zero, and NaN, negative and unknown categories go right.
    if (Double.isNaN(value) || value <= -1 || value >= categories.length * 64.0) {
      return false;
    }
    int category = (int) value;
    return (categories[category >> 6] >>> category & 1) != 0;
  }
}
