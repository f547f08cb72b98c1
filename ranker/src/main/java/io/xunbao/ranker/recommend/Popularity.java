package io.xunbao.ranker.recommend;

/** How many histories an item is in: the same for everybody. */
public final class Popularity implements ItemScorer {
  private final float[] counts;

  public Popularity(TrainingData data) {
    counts = new float[data.items().size()];
    for (History history : data.histories()) {
      for (int item : history.items()) {
        counts[item]++;
      }
    }
  }

  @Override
  public String name() {
    return "popularity";
  }

  @Override
  public float[] score(History history) {
    return counts.clone();
  }
}
