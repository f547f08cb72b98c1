package io.xunbao.ranker.eval.logged;

import io.xunbao.ranker.eval.simulate.Propensities;
import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.feedback.Impression;
import io.xunbao.ranker.feedback.Impression.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Impressions with the shoppers' choices. Only what the shopper did to whom a list was shown
 * counts, and only once a product.
 *
 * @param lists what was shown from the first position on, in the log's order
 * @param continued impressions left out because they begin behind the first position, such as a
 *     second page
 * @param astray choices whose impression, product or shopper is in no list
 */
public record ClickLog(List<ClickedList> lists, int continued, int astray) {
  public ClickLog {
    lists = List.copyOf(lists);
  }

  private record Choice(String impression, String product) {}

  /**
   * Joins by impression and product.
   *
   * @param counted the events that are a choice
   * @throws IllegalArgumentException where two impressions share an id, or a place has no chance to
   *     be looked at
   */
  public static ClickLog of(
      List<Impression> impressions, List<BehaviourEvent> events, EventType counted) {
    Map<String, Impression> byId = new LinkedHashMap<>();
    impressions.forEach(
        shown -> {
          if (byId.put(shown.id(), shown) != null) {
            throw new IllegalArgumentException(
                "an impression must be there once, got " + shown.id() + " twice; keep one line");
          }
        });
    Set<Choice> choices = new HashSet<>();
    int astray = 0;
    for (BehaviourEvent event : events) {
      if (event.type() == counted) {
        Impression shown = event.impression() == null ? null : byId.get(event.impression());
        String product = event.product();
        if (shown == null || product == null || !isOf(shown, event.user(), product)) {
          astray++;
        } else {
          choices.add(new Choice(shown.id(), product));
        }
      }
    }
    List<ClickedList> lists = new ArrayList<>();
    for (Impression shown : byId.values()) {
      if (isWhole(shown)) {
        lists.add(list(shown, choices));
      }
    }
    return new ClickLog(lists, byId.size() - lists.size(), astray);
  }

  private static boolean isOf(Impression shown, String user, String product) {
    return (shown.user() == null || shown.user().equals(user))
        && shown.items().stream().anyMatch(item -> item.product().equals(product));
  }

  private static List<Shown> inOrder(Impression shown) {
    return shown.items().stream().sorted(Comparator.comparingInt(Shown::position)).toList();
  }

  private static boolean isWhole(Impression shown) {
    List<Shown> items = inOrder(shown);
    for (int k = 0; k < items.size(); k++) {
      if (items.get(k).position() != k + 1) {
        return false;
      }
    }
    return !items.isEmpty();
  }

  private static ClickedList list(Impression shown, Set<Choice> choices) {
    return new ClickedList(
        shown.query(),
        inOrder(shown).stream()
            .map(
                item ->
                    new ClickedList.Place(
                        item.product(),
                        item.propensity(),
                        choices.contains(new Choice(shown.id(), item.product()))))
            .toList(),
        mix(shown));
  }

  private static ClickedList.@Nullable Mix mix(Impression shown) {
    String experiment = shown.experiment();
    List<String> teams = shown.teams();
    if (experiment == null || teams.size() != 2) {
      return null;
    }
    List<String> picks =
        inOrder(shown).stream().map(item -> Objects.requireNonNullElse(item.team(), "")).toList();
    return new ClickedList.Mix(experiment, teams, picks);
  }

  /** The same log where each position is looked at as these say, not as was logged. */
  public ClickLog examined(Propensities propensities) {
    return new ClickLog(
        lists.stream().map(list -> list.examined(propensities)).toList(), continued, astray);
  }

  /** The lists of some queries, in their order. */
  public ClickLog only(Set<String> queries) {
    return new ClickLog(
        lists.stream().filter(list -> queries.contains(list.query())).toList(), continued, astray);
  }

  /** How many lists each query has. */
  public Map<String, Integer> queries() {
    Map<String, Integer> counts = new HashMap<>();
    lists.forEach(list -> counts.merge(list.query(), 1, Integer::sum));
    return counts;
  }
}
