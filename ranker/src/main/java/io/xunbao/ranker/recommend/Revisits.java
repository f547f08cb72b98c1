package io.xunbao.ranker.recommend;

import io.xunbao.ranker.interest.EventWeights;
import java.time.Duration;
import java.time.Instant;

/**
 * The shopper's own items again, by their decayed weights: people come back to what they looked at.
 */
public final class Revisits implements ItemScorer {
  private final int items;
  private final EventWeights weights;
  private final Duration halfLife;

  public Revisits(ItemCatalogue items, EventWeights weights, Duration halfLife) {
    this.items = items.size();
    this.weights = weights;
    this.halfLife = halfLife;
  }

  @Override
  public String name() {
    return "revisits";
  }

  @Override
  public float[] score(History history) {
    float[] scores = new float[items];
    for (Action action : history.actions()) {
      scores[action.item()] +=
          weights.of(action.type()) * decay(action.at(), history.now(), halfLife);
    }
    return scores;
  }

  static float decay(Instant from, Instant to, Duration halfLife) {
    double lives = Duration.between(from, to).toMillis() / (double) halfLife.toMillis();
    return (float) Math.pow(0.5, Math.max(0, lives));
  }
}
