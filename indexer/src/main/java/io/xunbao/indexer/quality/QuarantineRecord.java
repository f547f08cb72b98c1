package io.xunbao.indexer.quality;

import io.xunbao.indexer.catalog.SourcePosition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record that was refused, with all that is needed to find it, mend it and try again.
 *
 * @param position where the source has it
 * @param raw the record's own text
 * @param rule name of the rule that refused it, or of the defect
 * @param field that failed, by its contract name; null where the whole record failed
 * @param value that failed; null where it is missing
 * @param reason in a sentence
 * @param header names of the columns of {@code raw} in CSV and TSV; empty for JSON
 */
public record QuarantineRecord(
    SourcePosition position,
    String raw,
    String rule,
    @Nullable String field,
    @Nullable String value,
    String reason,
    List<String> header) {
  public QuarantineRecord {
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(reason, "reason");
    header = List.copyOf(header);
  }
}
