package io.xunbao.flinkjobs.behaviour;

import io.xunbao.flinkjobs.io.Message;
import java.util.Objects;

/**
 * A line as it was received, with its place in the source: it still holds the user's id, and is for
 * the first operator only.
 *
 * @param source topic or file
 * @param partition part of the topic, 0 for a file
 * @param offset position in the partition
 * @param received when it arrived, in milliseconds since the epoch: what the clocks of events are
 *     held against, so that a replay judges them as the first run did
 * @param line JSON of one event
 */
public record RawEvent(String source, int partition, long offset, long received, String line) {
  public RawEvent {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(line, "line");
  }

  static RawEvent of(Message message) {
    String text = message.valueText();
    return new RawEvent(
        message.topic(),
        message.partition(),
        message.offset(),
        message.timestamp(),
        text == null ? "" : text);
  }
}
