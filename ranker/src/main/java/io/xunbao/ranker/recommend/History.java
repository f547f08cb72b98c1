package io.xunbao.ranker.recommend;

import io.xunbao.ranker.feedback.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a shopper did, in the order of time, as seen at a moment.
 *
 * @param now the moment for which to recommend; not before the last action
 */
public record History(List<Action> actions, Instant now) {
  private static final Duration PAUSE = Duration.ofMinutes(30);

  public History {
    actions = List.copyOf(actions);
    Objects.requireNonNull(now, "now");
  }

  /** A basket: items bought together, in no order. */
  public static History basket(int... items) {
    return new History(
        Arrays.stream(items)
            .mapToObj(item -> new Action(item, EventType.BUY, Instant.EPOCH))
            .toList(),
        Instant.EPOCH);
  }

  /** The actions, cut where nothing happened for half an hour. */
  List<List<Action>> sessions() {
    List<List<Action>> sessions = new ArrayList<>();
    List<Action> session = new ArrayList<>();
    for (Action action : actions) {
      if (!session.isEmpty()
          && Duration.between(session.getLast().at(), action.at()).compareTo(PAUSE) > 0) {
        sessions.add(session);
        session = new ArrayList<>();
      }
      session.add(action);
    }
    sessions.add(session);
    return sessions;
  }

  /** The distinct items, in the order of their first action. */
  public int[] items() {
    return actions.stream().mapToInt(Action::item).distinct().toArray();
  }
}
