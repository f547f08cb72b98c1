package io.xunbao.ranker.recommend;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.interest.BlendPart;
import io.xunbao.ranker.interest.ItemParts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
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
record BasketBlends(ItemParts items, Map<BlendPart, Double> weights) {
  private static final int TENTHS = 10;
  private static final int TUNED_ON = 3;

  /** A basket is an act of its own: what two products share may be one basket. */
  private static final ItemTables.Settings BASKETS = new ItemTables.Settings(1, 0);

  /** A pair of one visit alone says little of others. */
  private static final ItemTables.Settings VISITS = new ItemTables.Settings(2, 0.5);

  /** Nothing could be tuned. */
  static final BasketBlends NONE = new BasketBlends(ItemParts.NONE, Map.of());

  private static final Set<BlendPart> PARTS =
      EnumSet.of(
          BlendPart.CATEGORY,
          BlendPart.NEIGHBOURS,
          BlendPart.LINEAR,
          BlendPart.TITLES,
          BlendPart.POPULARITY);

  BasketBlends {
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
  static BasketBlends train(ItemCatalogue items, List<List<String>> texts, List<int[]> baskets) {
    List<Split> splits =
        IntStream.range(0, TUNED_ON)
            .mapToObj(
                fold ->
                    new Split(
                        BasketEvaluation.everyNth(baskets, TENTHS, fold, false),
                        BasketEvaluation.everyNth(baskets, TENTHS, fold, true)))
            .toList();
    return new Learner(items, texts, BASKETS).learn(splits, baskets);
  }

  /** Learns from baskets of product ids; all of them are known. */
  static BasketBlends ofIds(List<List<String>> baskets, ProductFacts facts) {
    Map<String, String> touched = new LinkedHashMap<>();
    baskets.forEach(basket -> basket.forEach(id -> touched.put(id, "")));
    ItemCatalogue items = facts.with(new ItemCatalogue(touched));
    List<int[]> numbers = new ArrayList<>();
    for (List<String> basket : baskets) {
      numbers.add(
          basket.stream().mapToInt(id -> items.number(id).orElseThrow()).distinct().toArray());
    }
    return train(items, facts.of(items), numbers);
  }

  /** Learns from what shoppers looked at in one visit, tuned on the visits of the last days. */
  static BasketBlends ofSessions(List<BehaviourEvent> sorted, ProductFacts facts, Instant start) {
    TrainingData behaviour = new HeldOut(sorted, Instant.MAX, Instant.MAX).before();
    ItemCatalogue items = facts.with(behaviour.items());
    List<int[]> early = new ArrayList<>();
    List<int[]> late = new ArrayList<>();
    for (History history : behaviour.histories()) {
      for (List<Action> session : history.sessions()) {
        boolean before = session.getLast().at().isBefore(start);
        (before ? early : late).add(session.stream().mapToInt(Action::item).distinct().toArray());
      }
    }
    List<int[]> all = new ArrayList<>(early);
    all.addAll(late);
    return new Learner(items, facts.of(items), VISITS).learn(List.of(new Split(early, late)), all);
  }

  private record Learner(
      ItemCatalogue items, List<List<String>> texts, ItemTables.Settings settings) {
    BasketBlends learn(List<Split> splits, List<int[]> all) {
      ItemParts learned = tables(all);
      Set<BlendPart> parts = EnumSet.copyOf(PARTS);
      parts.retainAll(learned.known());
      TunedItems tuner =
          new TunedItems(items, history -> ServedScorer.basket(history, items), parts);
      for (Split split : splits) {
        tuner.ask(tables(split.early()), BasketEvaluation.cases(split.heldOut()));
      }
      return tuner
          .weights(BasketEvaluation.CUTOFF)
          .map(weights -> new BasketBlends(learned.withTables(weights.keySet()), weights))
          .orElse(NONE);
    }

    private ItemParts tables(List<int[]> baskets) {
      return ItemTables.of(
          new TrainingData(items, baskets.stream().map(History::basket).toList()), texts, settings);
    }
  }
}
