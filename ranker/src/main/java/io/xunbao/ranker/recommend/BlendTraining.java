package io.xunbao.ranker.recommend;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.interest.BlendPart;
import io.xunbao.ranker.interest.Blends;
import io.xunbao.ranker.interest.Blends.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Learns the blends that serve. The last days of a log are held out while weights are tuned; then
 * the tables are learned again from all of it.
 *
 * @param facts what the catalogue says of products
 * @param zone in which days begin and end
 */
public record BlendTraining(ProductFacts facts, ZoneId zone) {
  /** The least share of a log that is held out, in whole days. */
  private static final double SHARE = 0.05;

  public BlendTraining {
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(zone, "zone");
  }

  /**
   * Learns from events in any order, what goes together from visits. A kind that cannot be tuned,
   * because the log has but one day or too few shoppers, is left out.
   */
  public Blends train(List<BehaviourEvent> events) {
    List<BehaviourEvent> sorted = sorted(events);
    return heldOut(sorted)
        .map(
            start ->
                blends(
                    ShopperBlends.train(sorted, facts, start),
                    BasketBlends.ofSessions(sorted, facts, start)))
        .orElse(Blends.NONE);
  }

  /**
   * Learns from events in any order, what goes together from baskets.
   *
   * @param baskets product ids, in no order
   */
  public Blends train(List<BehaviourEvent> events, List<List<String>> baskets) {
    return blends(shoppers(events), BasketBlends.ofIds(baskets, facts));
  }

  ShopperBlends shoppers(List<BehaviourEvent> events) {
    List<BehaviourEvent> sorted = sorted(events);
    return heldOut(sorted)
        .map(start -> ShopperBlends.train(sorted, facts, start))
        .orElse(ShopperBlends.NONE);
  }

  static Blends blends(ShopperBlends shoppers, BasketBlends baskets) {
    Map<Kind, Map<BlendPart, Double>> weights = new EnumMap<>(Kind.class);
    weights.putAll(shoppers.weights());
    if (!baskets.weights().isEmpty()) {
      weights.put(Kind.TOGETHER, baskets.weights());
    }
    return new Blends(shoppers.items(), baskets.items(), weights);
  }

  private static List<BehaviourEvent> sorted(List<BehaviourEvent> events) {
    return events.stream()
        .filter(event -> event.product() != null)
        .sorted(Comparator.comparing(BehaviourEvent::at))
        .toList();
  }

  /** Where the last days begin that hold a share of the log; empty where none are before. */
  private Optional<Instant> heldOut(List<BehaviourEvent> sorted) {
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    Instant last = sorted.get((int) (sorted.size() * (1 - SHARE))).at();
    Instant start = LocalDate.ofInstant(last, zone).atStartOfDay(zone).toInstant();
    return Optional.of(start).filter(day -> sorted.getFirst().at().isBefore(day));
  }
}
