package io.xunbao.ranker.recommend;

import io.xunbao.ranker.interest.EventWeights;
import java.time.Duration;

/**
 * Popular items of the categories that the shopper was in, each category weighted by its decayed
 * actions: affinity(category) * (1 + ln(1 + popularity)).
 */
public final class CategoryAffinity implements ItemScorer {
  private final ItemCatalogue items;
  private final float[] popularity;
  private final EventWeights weights;
  private final Duration halfLife;

  public CategoryAffinity(TrainingData data, EventWeights weights, Duration halfLife) {
    items = data.items();
    popularity = new Popularity(data).score(History.basket());
    this.weights = weights;
    this.halfLife = halfLife;
  }

  @Override
  public String name() {
    return "category-affinity";
  }

  @Override
  public float[] score(History history) {
    float[] affinity = new float[items.categoryCount()];
    for (Action action : history.actions()) {
      affinity[items.category(action.item())] +=
          weights.of(action.type()) * Revisits.decay(action.at(), history.now(), halfLife);
    }
    float[] scores = new float[items.size()];
    for (int item = 0; item < scores.length; item++) {
      scores[item] =
          Math.max(0, affinity[items.category(item)]) * (1 + (float) Math.log1p(popularity[item]));
    }
    return scores;
  }
}
