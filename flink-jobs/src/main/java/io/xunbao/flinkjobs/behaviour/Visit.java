package io.xunbao.flinkjobs.behaviour;

import io.xunbao.ranker.feedback.EventType;
import java.util.Objects;

/**
 * What a shopper did without a longer pause.
 *
 * @param id name of the visit, which its events bear as their session
 * @param user pseudonym
 * @param start time of the first event, in milliseconds since the epoch
 * @param end time of the last event
 * @param events number of events
 * @param buys how many of them bought something
 */
public record Visit(String id, String user, long start, long end, int events, int buys) {
  public Visit {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(user, "user");
  }

  /** A visit that begins with an event; its name follows from shopper and time alone. */
  static Visit begin(CheckedEvent event) {
    String name = Long.toString(event.at(), Character.MAX_RADIX);
    return new Visit(
            "s-" + event.user().substring(2) + '-' + name,
            event.user(),
            event.at(),
            event.at(),
            0,
            0)
        .with(event);
  }

  /** Whether a time belongs to the visit: no more than a gap away from it. */
  boolean covers(long at, long gap) {
    return at >= start - gap && at <= end + gap;
  }

  Visit with(CheckedEvent event) {
    return new Visit(
        id,
        user,
        Math.min(start, event.at()),
        Math.max(end, event.at()),
        events + 1,
        buys + (event.event().type() == EventType.BUY ? 1 : 0));
  }
}
