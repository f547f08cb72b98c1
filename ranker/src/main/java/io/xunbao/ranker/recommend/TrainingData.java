package io.xunbao.ranker.recommend;

import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.Interactions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What scorers learn from.
 *
 * @param histories one a shopper, or one a basket
 */
public record TrainingData(ItemCatalogue items, List<History> histories) {
  public TrainingData {
    Objects.requireNonNull(items, "items");
    histories = List.copyOf(histories);
  }

  /** Summed weights of each history's items; what sums to 0 or less is left out. */
  public Interactions interactions(EventWeights weights) {
    int[][] columns = new int[histories.size()][];
    float[][] values = new float[histories.size()][];
    for (int row = 0; row < columns.length; row++) {
      Map<Integer, Float> sums = new TreeMap<>();
      for (Action action : histories.get(row).actions()) {
        sums.merge(action.item(), weights.of(action.type()), Float::sum);
      }
      sums.values().removeIf(weight -> weight <= 0);
      columns[row] = sums.keySet().stream().mapToInt(Integer::intValue).toArray();
      values[row] = new float[columns[row].length];
      int i = 0;
      for (float weight : sums.values()) {
        values[row][i++] = weight;
      }
    }
    return Interactions.of(columns, values, items.size());
  }
}
