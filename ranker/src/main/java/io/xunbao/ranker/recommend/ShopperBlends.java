package io.xunbao.ranker.recommend;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.interest.BlendPart;
import io.xunbao.ranker.interest.Blends.Kind;
import io.xunbao.ranker.interest.ItemParts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
public record ShopperBlends(ItemParts items, Map<Kind, Map<BlendPart, Double>> weights) {
  /** The least share of a log that is held out, in whole days. */
  private static final double SHARE = 0.05;

  /** Of single events only every n-th is a case, beside two cases a shopper. */
  private static final int STRIDE = 5;

  /** An item or a pair of one shopper alone says little of others. */
  private static final ItemTables.Settings SETTINGS = new ItemTables.Settings(2, 0.5);

  private static final Set<BlendPart> KNOWN =
      EnumSet.of(BlendPart.REVISITS, BlendPart.REVISITS_SHORT);

  public ShopperBlends {
    weights = Map.copyOf(weights);
  }

  /**
   * Learns.
   *
   * @param zone in which days begin and end
   */
  public static ShopperBlends train(List<BehaviourEvent> events, ProductFacts facts, ZoneId zone) {
    List<BehaviourEvent> sorted =
        events.stream()
            .filter(event -> event.product() != null)
            .sorted(Comparator.comparing(BehaviourEvent::at))
            .toList();
    Optional<Instant> start = slice(sorted, zone);
    Map<Kind, Map<BlendPart, Double>> weights =
        start.map(from -> tune(new HeldOut(sorted, from, Instant.MAX), facts)).orElse(Map.of());
    if (weights.isEmpty()) {
      return new ShopperBlends(ItemParts.NONE, weights);
    }
    HeldOut all = new HeldOut(sorted, Instant.MAX, Instant.MAX);
    Set<BlendPart> used = new HashSet<>();
    weights.values().forEach(of -> used.addAll(of.keySet()));
    return new ShopperBlends(learn(all, facts).withTables(used), weights);
  }

  /** Where the last days begin that hold a share of the log; empty where none are before. */
  static Optional<Instant> slice(List<BehaviourEvent> sorted, ZoneId zone) {
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    Instant last = sorted.get((int) (sorted.size() * (1 - SHARE))).at();
    Instant start = LocalDate.ofInstant(last, zone).atStartOfDay(zone).toInstant();
    return sorted.getFirst().at().isBefore(start) ? Optional.of(start) : Optional.empty();
  }

  private static ItemParts learn(HeldOut slice, ProductFacts facts) {
    TrainingData behaviour = slice.before();
    ItemCatalogue items = with(behaviour.items(), facts);
    return ItemTables.of(
        new TrainingData(items, behaviour.histories()), texts(items, facts), SETTINGS);
  }

  /** The items that have events keep their numbers; those of the catalogue follow. */
  private static ItemCatalogue with(ItemCatalogue touched, ProductFacts facts) {
    Map<String, String> categoryOf = new LinkedHashMap<>();
    for (int item = 0; item < touched.size(); item++) {
      String id = touched.id(item);
      categoryOf.put(id, facts.categories().getOrDefault(id, touched.categoryName(item)));
    }
    facts.texts().keySet().forEach(id -> categoryOf.putIfAbsent(id, categoryOf(id, facts)));
    return new ItemCatalogue(categoryOf);
  }

  private static String categoryOf(String id, ProductFacts facts) {
    return facts.categories().getOrDefault(id, "");
  }

  static List<List<String>> texts(ItemCatalogue items, ProductFacts facts) {
    return facts.texts().isEmpty()
        ? List.of()
        : items.ids().stream().map(id -> facts.texts().getOrDefault(id, List.of())).toList();
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
