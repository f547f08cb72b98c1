package io.xunbao.ranker.recommend;

import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.Interactions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Cosines of items that are in histories together (Sarwar et al. 2001, "Item-based collaborative
 * filtering recommendation algorithms"), item by item, without a dense row.
 */
final class CommonHistories {
  /** Longer histories are no shopper's, and cost the square of their length. */
  private static final int LONGEST = 1_000;

  private final double doubt;
  private final Interactions byHistory;
  private final Interactions byItem;

  /**
   * @param doubt histories of a pair that are taken off before it counts, so that one shopper does
   *     not pass for a habit of many
   */
  CommonHistories(TrainingData data, double doubt) {
    this.doubt = doubt;
    byHistory = data.interactions(EventWeights.defaults());
    byItem = byHistory.transposed();
  }

  /** The cosine of each item that shares a history with one, by number. */
  Map<Integer, Double> cosines(int item) {
    Map<Integer, Integer> together = new LinkedHashMap<>();
    for (int k = byItem.starts()[item]; k < byItem.starts()[item + 1]; k++) {
      int history = byItem.columns()[k];
      int end = byHistory.starts()[history + 1];
      if (end - byHistory.starts()[history] <= LONGEST) {
        for (int j = byHistory.starts()[history]; j < end; j++) {
          together.merge(byHistory.columns()[j], 1, Integer::sum);
        }
      }
    }
    Map<Integer, Double> cosines = new LinkedHashMap<>();
    together.forEach(
        (other, count) ->
            cosines.put(other, (count - doubt) / Math.sqrt((double) count(item) * count(other))));
    return cosines;
  }

  private int count(int item) {
    return byItem.starts()[item + 1] - byItem.starts()[item];
  }
}
