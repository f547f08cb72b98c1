package io.xunbao.ranker.recommend;

/** The most popular items of the category of the last action; nothing for an empty history. */
public final class LastCategory implements ItemScorer {
  private final ItemCatalogue items;
  private final Popularity popularity;

  public LastCategory(TrainingData data) {
    items = data.items();
    popularity = new Popularity(data);
  }

  @Override
  public String name() {
    return "last-category";
  }

  @Override
  public float[] score(History history) {
    float[] scores = popularity.score(history);
    int wanted =
        history.actions().isEmpty() ? -1 : items.category(history.actions().getLast().item());
    for (int item = 0; item < scores.length; item++) {
      if (items.category(item) != wanted) {
        scores[item] = 0;
      }
    }
    return scores;
  }
}
