package io.xunbao.flinkjobs.behaviour;

import io.xunbao.ranker.feedback.BehaviourEvent;
import java.util.Objects;

/**
 * An event that is well formed, under its pseudonym, with its place in the source.
 *
 * @param source topic or file
 * @param partition part of the topic
 * @param offset position in the partition
 * @param received when it arrived, in milliseconds since the epoch
 */
public record CheckedEvent(
    BehaviourEvent event, String source, int partition, long offset, long received) {
  public CheckedEvent {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(source, "source");
  }

  static CheckedEvent of(BehaviourEvent event, RawEvent raw) {
    return new CheckedEvent(event, raw.source(), raw.partition(), raw.offset(), raw.received());
  }

  String user() {
    return event.user();
  }

  long at() {
    return event.at().toEpochMilli();
  }
}
