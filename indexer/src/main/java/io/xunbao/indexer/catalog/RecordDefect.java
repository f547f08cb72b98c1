package io.xunbao.indexer.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a piece of a source is not a record.
 *
 * @param rule the name that it is counted under, such as {@code malformed-csv}
 * @param value the offending part, shortened; null where the whole record offends
 * @param reason what is wrong, in a sentence
 */
public record RecordDefect(String rule, @Nullable String value, String reason) {
  /** A line of CSV or TSV that does not follow the format. */
  public static final String MALFORMED_CSV = "malformed-csv";

  /** A row with more or fewer columns than the header. */
  public static final String COLUMN_COUNT = "column-count";

  /** A line that is not one JSON object. */
  public static final String MALFORMED_JSON = "malformed-json";

  /** Bytes that the source's charset does not have. */
  public static final String INVALID_ENCODING = "invalid-encoding";

  /** A line beyond the size limit. */
  public static final String LINE_TOO_LONG = "line-too-long";

  public RecordDefect {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(reason, "reason");
  }
}
