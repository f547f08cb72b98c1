package io.xunbao.flinkjobs.io;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A message as it lies in Kafka.
 *
 * @param timestamp when the producer or the broker took it, milliseconds since 1970-01-01T00:00Z
 * @param key in bytes
 * @param value in bytes; null where the message says that the key is gone
 */
public record Message(
    String topic,
    int partition,
    long offset,
    long timestamp,
    byte @Nullable [] key,
    byte @Nullable [] value) {

  /** The name under which positions in this message's partition are kept. */
  public String source() {
    return topic + "-" + partition;
  }

  /** The key as text; null where there is none. Bytes that are no UTF-8 come out as U+FFFD. */
  public @Nullable String keyText() {
    return key == null ? null : new String(key, StandardCharsets.UTF_8);
  }

  /** The value as text; null for a tombstone. Bytes that are no UTF-8 come out as U+FFFD. */
  public @Nullable String valueText() {
    return value == null ? null : new String(value, StandardCharsets.UTF_8);
  }
}
