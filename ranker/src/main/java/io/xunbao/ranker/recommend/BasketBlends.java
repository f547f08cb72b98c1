package io.xunbao.ranker.recommend;

import io.xunbao.ranker.interest.BlendPart;
import io.xunbao.ranker.interest.ItemParts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Learns what goes with a basket: tables of items out of all baskets, and weights that were tuned
 * on baskets that were held out.
 *
 * @param weights empty where too few cases can be answered
 */
public record BasketBlends(ItemParts items, Map<BlendPart, Double> weights) {
  private static final Set<BlendPart> PARTS =
      EnumSet.of(
          BlendPart.CATEGORY,
          BlendPart.NEIGHBOURS,
          BlendPart.LINEAR,
          BlendPart.TITLES,
          BlendPart.POPULARITY);

  public BasketBlends {
    weights = Map.copyOf(weights);
  }

  /**
   * Learns from baskets in no order, tuned on every tenth of them.
   *
   * @param texts the words of each item, by its number; empty where they are not known
   */
  public static BasketBlends train(
      ItemCatalogue items, List<List<String>> texts, List<int[]> baskets) {
    return train(
        items,
        texts,
        BasketEvaluation.everyNth(baskets, BasketEvaluation.VALIDATION, 0, false),
        BasketEvaluation.everyNth(baskets, BasketEvaluation.VALIDATION, 0, true));
  }

  /**
   * Learns from all baskets, tuned on the later ones with tables of the earlier.
   *
   * @param texts the words of each item, by its number; empty where they are not known
   * @param early baskets that the weights are tuned with
   * @param heldOut baskets that the weights are tuned on
   */
  static BasketBlends train(
      ItemCatalogue items, List<List<String>> texts, List<int[]> early, List<int[]> heldOut) {
    ItemParts learned = ItemTables.of(data(items, early), texts);
    Set<BlendPart> parts = EnumSet.copyOf(PARTS);
    if (texts.isEmpty()) {
      parts.remove(BlendPart.TITLES);
    }
    Optional<Map<BlendPart, Double>> tuned =
        new TunedItems(
                items, history -> ServedScorer.basket(history, items), BasketEvaluation.CUTOFF)
            .weights(learned, parts, BasketEvaluation.cases(heldOut));
    List<int[]> all = new ArrayList<>(early);
    all.addAll(heldOut);
    return tuned
        .map(
            w -> new BasketBlends(ItemTables.of(data(items, all), texts).withTables(w.keySet()), w))
        .orElse(new BasketBlends(ItemParts.NONE, Map.of()));
  }

  private static TrainingData data(ItemCatalogue items, List<int[]> baskets) {
    return new TrainingData(items, baskets.stream().map(History::basket).toList());
  }
}
