package io.xunbao.ranker.trees;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A feature prepared for one way of treating missing values, so that every split that reads it is
 * one comparison {@code value > threshold} of floats.
 *
 * <p>A missing value becomes an infinity that falls on the side of the default direction. A value
 * that is no float is moved to the neighbouring float that compares with all thresholds as the
 * value does; {@link #isExact} says whether there always is one.
 */
final class Column {
  private final Key key;
  private final boolean floatInputs;

  /** The thresholds of this column, ascending. */
  private final double[] thresholds;

  /** What makes two splits read the same column. */
  record Key(int feature, Missing missing, boolean defaultLeft, @Nullable Categories categories) {
    static Key of(Split split) {
      if (split.categories() != null) {
        return new Key(split.feature(), Missing.NAN, false, new Categories(split.categories()));
      }
      // Without missing values the default direction means nothing.
      boolean left = split.missing() != Missing.NONE && split.defaultLeft();
      return new Key(split.feature(), split.missing(), left, null);
    }
  }

  /** A set of categories, equal by content. */
  static final class Categories {
    private final long[] bits;

    Categories(long[] bits) {
      this.bits = bits;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Categories that && Arrays.equals(bits, that.bits);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bits);
    }
  }

  Column(Key key, double[] thresholds, boolean floatInputs) {
    this.key = Objects.requireNonNull(key, "key");
    this.thresholds = thresholds.clone();
    this.floatInputs = floatInputs;
    Arrays.sort(this.thresholds);
  }

  int feature() {
    return key.feature();
  }

  /**
   * Whether floats can tell all thresholds apart: no two different ones lie between the same two
   * floats, and none lies between the largest float and infinity.
   */
  boolean isExact() {
    for (int i = 0; i < thresholds.length; i++) {
      if (thresholds[i] >= Float.MAX_VALUE && thresholds[i] < Double.POSITIVE_INFINITY) {
        return false;
      }
    }
    for (int i = 1; i < thresholds.length; i++) {
      if (thresholds[i] != thresholds[i - 1] && floor(thresholds[i]) == floor(thresholds[i - 1])) {
        return false;
      }
    }
    return true;
  }

  /** Whether plain numbers can be taken as they are. */
  boolean isPlain() {
    return key.categories() == null && key.missing() != Missing.ZERO;
  }

  /**
   * The float that stands for a threshold: the largest finite one that is not above it. Positive
   * infinity is left to missing values, so that they are right of every threshold.
   */
  static float floor(double threshold) {
    if (threshold >= Float.MAX_VALUE) {
      return Float.MAX_VALUE;
    }
    float nearest = (float) threshold;
    return nearest > threshold ? Math.nextDown(nearest) : nearest;
  }

  /** The float that stands for a value. */
  float value(double raw) {
    Categories categories = key.categories();
    if (categories != null) {
      return isLeft(categories.bits, raw) ? 0 : 1;
    }
    double v = floatInputs ? (float) raw : raw;
    if (Double.isNaN(v) && key.missing() != Missing.NAN) {
      v = 0;
    }
    boolean missing = Double.isNaN(v) || key.missing() == Missing.ZERO && Missing.isZero(v);
    if (missing) {
      return key.defaultLeft() ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
    }
    return side(v);
  }

  private static boolean isLeft(long[] bits, double raw) {
    return new Split(0, 0, Missing.NAN, false, bits, 0, 0, 0).goesLeft(raw);
  }

  /** The neighbouring float on the same side of every threshold. */
  private float side(double v) {
    float below = floor(v);
    if (below == v || v > Float.MAX_VALUE) {
      return below;
    }
    int at = Arrays.binarySearch(thresholds, v);
    int less = (at >= 0 ? at : -at - 1) - 1;
    while (less >= 0 && thresholds[less] == v) {
      less--;
    }
    boolean thresholdBetween = less >= 0 && floor(thresholds[less]) == below;
    return thresholdBetween ? Math.nextUp(below) : below;
  }
}
