package io.xunbao.ranker.recommend;

import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.Interactions;
import java.util.Arrays;

/**
 * Item-based nearest neighbours: the sum of the cosines between an item and the history's items,
 * where an item is the set of histories it is in (Sarwar et al. 2001; Deshpande and Karypis 2004).
 */
public final class ItemNeighbours implements ItemScorer {
  private final Interactions byHistory;
  private final Interactions byItem;

  public ItemNeighbours(TrainingData data) {
    byHistory = data.interactions(EventWeights.defaults());
    byItem = byHistory.transposed();
  }

  @Override
  public String name() {
    return "item-knn";
  }

  @Override
  public float[] score(History history) {
    float[] scores = new float[byHistory.columnCount()];
    float[] together = new float[scores.length];
    for (int item : history.items()) {
      Arrays.fill(together, 0);
      countTogether(item, together);
      for (int other = 0; other < scores.length; other++) {
        if (together[other] > 0 && other != item) {
          scores[other] +=
              (float) (together[other] / Math.sqrt((double) count(item) * count(other)));
        }
      }
    }
    return scores;
  }

  private void countTogether(int item, float[] together) {
    for (int k = byItem.starts()[item]; k < byItem.starts()[item + 1]; k++) {
      int history = byItem.columns()[k];
      for (int j = byHistory.starts()[history]; j < byHistory.starts()[history + 1]; j++) {
        together[byHistory.columns()[j]]++;
      }
    }
  }

  private int count(int item) {
    return byItem.starts()[item + 1] - byItem.starts()[item];
  }
}
