package io.xunbao.flinkjobs.behaviour;

import io.xunbao.flinkjobs.io.DeadLetter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event that was turned away, for the quarantine.
 *
 * @param rule name of the rule that it broke, such as {@code clock.future}
 * @param reason what the rule asks for
 * @param value what stood there instead; never a user's id
 * @param source topic or file that it came from
 * @param offset position in the partition
 * @param received when it arrived, in milliseconds since the epoch
 * @param record the event with its user replaced by the pseudonym; null where it could not be read,
 *     since an unreadable line may hold a user's id
 */
public record RejectedEvent(
    String rule,
    String reason,
    @Nullable String value,
    String source,
    int partition,
    long offset,
    long received,
    @Nullable String record) {
  public RejectedEvent {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(source, "source");
  }

  static RejectedEvent of(
      RawEvent raw, String rule, String reason, @Nullable String value, @Nullable String record) {
    return new RejectedEvent(
        rule, reason, value, raw.source(), raw.partition(), raw.offset(), raw.received(), record);
  }

  /** As a message for the topic of refused events, in the form of all quarantines. */
  public DeadLetter toDeadLetter() {
    return new DeadLetter(
        source + "-" + partition, offset, rule, null, value, reason, record == null ? "" : record);
  }
}
