package io.xunbao.ranker.recommend;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.interest.BlendPart;
import io.xunbao.ranker.interest.Blends.Kind;
import io.xunbao.ranker.interest.ItemParts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Learns what recommends to shoppers: tables of items out of all events, and weights that were
 * tuned on the last days of the log with tables of the days before.
 *
 * @param weights empty where the log is too short, or too few cases can be answered
 */
record ShopperBlends(ItemParts items, Map<Kind, Map<BlendPart, Double>> weights) {
  /** Of single events only every n-th is a case, beside two cases a shopper. */
  private static final int STRIDE = 5;

  /** An item or a pair of one shopper alone says little of others. */
  private static final ItemTables.Settings SETTINGS = new ItemTables.Settings(2, 0.5);

  private static final Set<BlendPart> KNOWN =
      EnumSet.of(BlendPart.REVISITS, BlendPart.REVISITS_SHORT);

  /** Nothing could be tuned. */
  static final ShopperBlends NONE = new ShopperBlends(ItemParts.NONE, Map.of());

  ShopperBlends {
    weights = Map.copyOf(weights);
  }

  /**
   * Learns.
   *
   * @param sorted events with products, in the order of time
   * @param start where the days begin that weights are tuned on
   */
  static ShopperBlends train(List<BehaviourEvent> sorted, ProductFacts facts, Instant start) {
    Map<Kind, Map<BlendPart, Double>> weights =
        tune(new HeldOut(sorted, start, Instant.MAX), facts);
    if (weights.isEmpty()) {
      return NONE;
    }
    HeldOut all = new HeldOut(sorted, Instant.MAX, Instant.MAX);
    Set<BlendPart> used = new HashSet<>();
    weights.values().forEach(of -> used.addAll(of.keySet()));
    return new ShopperBlends(learn(all, facts).withTables(used), weights);
  }

  private static ItemParts learn(HeldOut slice, ProductFacts facts) {
    TrainingData behaviour = slice.before();
    ItemCatalogue items = facts.with(behaviour.items());
    return ItemTables.of(new TrainingData(items, behaviour.histories()), facts.of(items), SETTINGS);
  }

  private static Map<Kind, Map<BlendPart, Double>> tune(HeldOut slice, ProductFacts facts) {
    ItemParts learned = learn(slice, facts);
    Map<Kind, Map<BlendPart, Double>> weights = new EnumMap<>(Kind.class);
    Set<BlendPart> parts = EnumSet.copyOf(learned.known());
    List<Case> seen = new ArrayList<>(slice.allCases(false));
    seen.addAll(slice.nextCases());
    seen.addAll(everyNth(slice.eventCases(false)));
    tuned(slice, learned, parts, seen).ifPresent(w -> weights.put(Kind.SEEN, w));
    if (!weights.isEmpty()) {
      parts.removeAll(KNOWN);
      List<Case> fresh = new ArrayList<>(slice.allCases(true));
      fresh.addAll(slice.eventCases(true));
      weights.put(Kind.NEW, tuned(slice, learned, parts, fresh).orElse(TunedItems.alike(parts)));
    }
    return weights;
  }

  private static Optional<Map<BlendPart, Double>> tuned(
      HeldOut slice, ItemParts learned, Set<BlendPart> parts, List<Case> cases) {
    ItemCatalogue items = slice.items();
    return new TunedItems(items, history -> ServedScorer.profile(history, items), parts)
        .ask(learned, cases)
        .weights(NextItemEvaluation.CUTOFF);
  }

  private static List<Case> everyNth(List<Case> cases) {
    List<Case> some = new ArrayList<>();
    for (int i = 0; i < cases.size(); i += STRIDE) {
      some.add(cases.get(i));
    }
    return some;
  }
}
