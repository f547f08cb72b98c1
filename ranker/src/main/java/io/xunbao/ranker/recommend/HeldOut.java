package io.xunbao.ranker.recommend;

import io.xunbao.ranker.feedback.BehaviourEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A slice of time that is asked for, with the items that were known when it began, by shopper. An
 * item that nobody touched before cannot be known, nor can its category.
 */
final class HeldOut {
  private final Instant start;
  private final Instant end;
  private final ItemCatalogue items;
  private final Map<String, List<Action>> byUser;

  /**
   * @param start of the slice, which belongs to it
   * @param end of the slice, which does not
   */
  HeldOut(List<BehaviourEvent> events, Instant start, Instant end) {
    this.start = start;
    this.end = end;
    items = Events.catalogue(events.stream().filter(event -> event.at().isBefore(start)).toList());
    byUser = Events.byUser(events, items);
  }

  ItemCatalogue items() {
    return items;
  }

  private static List<Action> known(List<Action> actions) {
    return actions.stream().filter(action -> action.item() != Case.UNKNOWN).toList();
  }

  private History before(List<Action> actions) {
    return new History(
        actions.stream().filter(action -> action.at().isBefore(start)).toList(), start);
  }

  private boolean isAsked(Action action) {
    return !action.at().isBefore(start) && action.at().isBefore(end);
  }

  /** The histories before the slice. */
  TrainingData before() {
    return new TrainingData(
        items,
        byUser.values().stream()
            .map(this::before)
            .filter(history -> !history.actions().isEmpty())
            .toList());
  }

  /** One case a shopper: everything before the slice, and the items of the slice. */
  List<Case> allCases(boolean newOnly) {
    List<Case> cases = new ArrayList<>();
    byUser.forEach(
        (user, actions) -> {
          History history = before(actions);
          Set<Integer> seen = newOnly ? items(history.actions()) : Set.of();
          Set<Integer> answers = items(actions.stream().filter(this::isAsked).toList());
          answers.removeAll(seen);
          if (!history.actions().isEmpty() && !answers.isEmpty()) {
            cases.add(new Case(user, history, answers, seen));
          }
        });
    return cases;
  }

  /** One case a shopper: everything before the slice, and the first item of the slice. */
  List<Case> nextCases() {
    List<Case> cases = new ArrayList<>();
    byUser.forEach(
        (user, actions) -> {
          History history = before(actions);
          List<Action> next = actions.stream().filter(this::isAsked).toList();
          if (!history.actions().isEmpty() && !next.isEmpty()) {
            cases.add(new Case(user, history, Set.of(next.getFirst().item()), Set.of()));
          }
        });
    return cases;
  }

  /** One case an action of the slice: everything before it, and its item. */
  List<Case> eventCases(boolean newOnly) {
    List<Case> cases = new ArrayList<>();
    byUser.forEach(
        (user, actions) -> {
          for (int i = 1; i < actions.size(); i++) {
            Action action = actions.get(i);
            if (isAsked(action)) {
              History history = new History(known(actions.subList(0, i)), action.at());
              Set<Integer> seen = newOnly ? items(history.actions()) : Set.of();
              if (!seen.contains(action.item())) {
                cases.add(new Case(user, history, Set.of(action.item()), seen));
              }
            }
          }
        });
    return cases;
  }

  private static Set<Integer> items(List<Action> actions) {
    Set<Integer> distinct = new LinkedHashSet<>();
    actions.forEach(action -> distinct.add(action.item()));
    return distinct;
  }
}
