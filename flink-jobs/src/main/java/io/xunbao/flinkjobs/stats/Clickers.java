package io.xunbao.flinkjobs.stats;

import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.feedback.Examination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who counts as a shopper that clicked on a product: each once a week, in the hour of the first
 * click, and nobody who clicked on it more than {@value #MOST} times in that week. So a few who act
 * together weigh at most as many as they are, and nothing where they click as often as it takes to
 * be many clicks (a bound on the influence of fake users, as Golrezaei, Manshadi, Schneider and
 * Sekar, "Learning Product Rankings Robust to Fake Users", 2021, ask for). The counts of clicks
 * stay those of all clicks.
 *
 * <p>Who counts depends on the clicks alone, not on their order of arrival.
 */
public final class Clickers {
  /**
   * A week. Longer periods bound fraud more, but then a product at the top, which the same shoppers
   * click on again and again, loses more than one below it.
   */
  static final long PERIOD = Duration.ofDays(7).toMillis();

  /** More clicks on one product a week are not those of somebody who chooses what to buy. */
  static final int MOST = 10;

  private Clickers() {}

  /**
   * What an event does; empty where it is about no product, as a search is, and where it is a sight
   * that names its impression, which is counted there.
   */
  static Optional<ProductAction> action(BehaviourEvent event) {
    boolean counted = event.type() == EventType.IMPRESSION && event.impression() != null;
    return counted ? Optional.empty() : ProductAction.of(event, Examination.DEFAULT);
  }

  /** The number of the period that a time is in, since the epoch. */
  static long period(long millis) {
    return Math.floorDiv(millis, PERIOD);
  }

  /**
   * The actions of a finished list of events in any order, with those who clicked: what the stream
   * is held to, and how statistics are made anew from a log.
   *
   * @param events accepted ones, each once
   */
  public static List<ProductAction> actions(List<BehaviourEvent> events) {
    record Clicked(String user, String product, long period) {}
    Map<Clicked, ClickTally> tallies = new HashMap<>();
    List<ProductAction> actions = new ArrayList<>();
    for (BehaviourEvent event : events) {
      ProductAction action = action(event).orElse(null);
      if (action == null) {
        continue;
      }
      actions.add(action);
      if (action.type() == EventType.CLICK) {
        tallies.merge(
            new Clicked(event.user(), action.product(), period(action.at())),
            ClickTally.of(action.at()),
            ClickTally::plus);
      }
    }
    tallies.forEach(
        (clicked, tally) -> {
          if (tally.counts()) {
            actions.add(ProductAction.clicker(clicked.product(), 1, tally.first()));
          }
        });
    return List.copyOf(actions);
  }
}
