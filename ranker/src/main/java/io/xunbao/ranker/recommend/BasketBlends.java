package io.xunbao.ranker.recommend;

import io.xunbao.ranker.interest.BlendPart;
import io.xunbao.ranker.interest.ItemParts;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Learns what goes with a basket: tables of items out of all baskets, and weights that were tuned
 * on baskets that were held out.
 *
 * @param weights empty where too few cases can be answered
 */
public record BasketBlends(ItemParts items, Map<BlendPart, Double> weights) {
  private static final int TENTHS = 10;
  private static final int TUNED_ON = 3;

  /** A basket is an act of its own: what two products share may be one basket. */
  private static final ItemTables.Settings SETTINGS = new ItemTables.Settings(1, 0);

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

  /** Baskets that weights are tuned on, with tables of the earlier ones. */
  record Split(List<int[]> early, List<int[]> heldOut) {}

  /**
   * Learns from baskets in no order, tuned on three tenths of them, each with tables of the other
   * nine.
   *
   * @param texts the words of each item, by its number; empty where they are not known
   */
  public static BasketBlends train(
      ItemCatalogue items, List<List<String>> texts, List<int[]> baskets) {
    List<Split> splits =
        IntStream.range(0, TUNED_ON)
            .mapToObj(
                fold ->
                    new Split(
                        BasketEvaluation.everyNth(baskets, TENTHS, fold, false),
                        BasketEvaluation.everyNth(baskets, TENTHS, fold, true)))
            .toList();
    return train(items, texts, splits, baskets);
  }

  static BasketBlends train(
      ItemCatalogue items, List<List<String>> texts, List<Split> splits, List<int[]> all) {
    ItemParts learned = ItemTables.of(data(items, all), texts, SETTINGS);
    Set<BlendPart> parts = EnumSet.copyOf(PARTS);
    parts.retainAll(learned.known());
    TunedItems tuner = new TunedItems(items, history -> ServedScorer.basket(history, items), parts);
    for (Split split : splits) {
      tuner.ask(
          ItemTables.of(data(items, split.early()), texts, SETTINGS),
          BasketEvaluation.cases(split.heldOut()));
    }
    return tuner
        .weights(BasketEvaluation.CUTOFF)
        .map(weights -> new BasketBlends(learned.withTables(weights.keySet()), weights))
        .orElse(new BasketBlends(ItemParts.NONE, Map.of()));
  }

  private static TrainingData data(ItemCatalogue items, List<int[]> baskets) {
    return new TrainingData(items, baskets.stream().map(History::basket).toList());
  }
}
