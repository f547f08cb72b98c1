package io.xunbao.flinkjobs.io;

import io.xunbao.indexer.catalog.SourcePosition;
import io.xunbao.indexer.quality.QuarantineJson;
import io.xunbao.indexer.quality.QuarantineRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that was refused, with all that is needed to find it, mend it and send it again.
 *
 * @param source topic and partition, as {@link Message#source}
 * @param offset in the partition
 * @param rule name of the rule that it breaks
 * @param field that failed; null where the whole message failed
 * @param value that failed; null where it is missing
 * @param reason in a sentence
 * @param raw the message's own text
 */
public record DeadLetter(
    String source,
    long offset,
    String rule,
    @Nullable String field,
    @Nullable String value,
    String reason,
    String raw) {

  /** A whole message that was refused. */
  public static DeadLetter of(Message message, String rule, String reason) {
    return of(message, rule, null, null, reason);
  }

  /** A message that was refused because of one field. */
  public static DeadLetter of(
      Message message, String rule, @Nullable String field, @Nullable String value, String reason) {
    String raw = message.valueText();
    return new DeadLetter(
        message.source(), message.offset(), rule, field, value, reason, raw == null ? "" : raw);
  }

  /** Names the place of the message: the same message refused twice has one key. */
  public String key() {
    return source + "/" + offset;
  }

  /** One line in the form of the quarantine files, which {@code xunbao quarantine} reads. */
  public String toJson() {
    return QuarantineJson.write(
        new QuarantineRecord(
            new SourcePosition(source, offset), raw, rule, field, value, reason, List.of()));
  }
}
