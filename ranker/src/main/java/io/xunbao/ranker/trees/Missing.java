package io.xunbao.ranker.trees;

/** What a split takes for missing. */
public enum Missing {
  /** Nothing: NaN counts as 0. */
  NONE,
  /** NaN and zero take the default direction. */
  ZERO,
  /** NaN takes the default direction. */
  NAN;

  /** LightGBM's kZeroThreshold, a float widened to double. */
  private static final double ZERO_THRESHOLD = 1e-35f;

  static boolean isZero(double value) {
    return value >= -ZERO_THRESHOLD && value <= ZERO_THRESHOLD;
  }
}
