package io.xunbao.standalone.generate;

/**
 * The position-based click model: a click is an examination times an attraction, independent of
 * each other (Richardson, Dominowska and Ragno 2007; Craswell et al. 2008).
 *
 * <p>Examination of position k is {@code k^-eta}. Attraction is the logistic function of a weighted
 * sum of relevance, taste and quality. The parameters are known, so that estimators of propensity
 * and of relevance can be held against the truth.
 *
 * @param eta severity of position bias, >= 0
 * @param bias log-odds of attraction of an irrelevant, average product
 * @param relevance log-odds that a grade adds
 * @param taste log-odds that a unit of the shopper's taste adds
 * @param quality log-odds that a unit of hidden quality adds
 */
record ClickModel(double eta, double bias, double relevance, double taste, double quality) {
  ClickModel {
    if (eta < 0) {
      throw new IllegalArgumentException("eta must be >= 0, got " + eta);
    }
  }

  static ClickModel standard() {
    return new ClickModel(1.0, -4.2, 1.1, 0.9, 0.4);
  }

  /** Probability that the shopper looks at a position, counted from 1. */
  double examination(int position) {
    return Math.pow(position, -eta);
  }

  /** Probability of a click on a product that is looked at. */
  double attraction(int grade, double taste, double quality) {
    double logOdds = bias + relevance * grade + this.taste * taste + this.quality * quality;
    return 1 / (1 + Math.exp(-logOdds));
  }
}
