package io.xunbao.ranker.model;

import java.util.List;

/** The file of a {@link LinearModel}; the features are in the card. */
record LinearWeights(List<Double> means, List<Double> deviations, List<Double> weights) {
  LinearWeights {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    weights = List.copyOf(weights);
  }
}
