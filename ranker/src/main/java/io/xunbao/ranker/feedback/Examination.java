package io.xunbao.ranker.feedback;

import java.io.Serializable;

/**
 * How probably a shopper looks at a place of a list: 1 / (1 + position)^eta (the examination model
 * of Joachims, Swaminathan and Schnabel 2017). Where an impression says how probable it was, that
 * counts instead.
 *
 * @param eta 0 for all places alike; 1 is usual for search results
 */
public record Examination(double eta) implements Serializable {
  public static final Examination DEFAULT = new Examination(1);

  public Examination {
    if (!(eta >= 0)) {
      throw new IllegalArgumentException("eta must be >= 0, got " + eta);
    }
  }

  /**
   * @param position from 0
   */
  public double of(int position) {
    return StrictMath.pow(1 + Math.max(0, position), -eta);
  }
}
