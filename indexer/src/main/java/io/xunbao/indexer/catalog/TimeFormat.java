package io.xunbao.indexer.catalog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads moments; a date without a time is its midnight, a time without an offset is in a zone. */
final class TimeFormat {
  static final String ISO = "iso";
  static final String EPOCH_SECONDS = "epoch-seconds";
  static final String EPOCH_MILLIS = "epoch-millis";

  private final String pattern;
  private final ZoneId zone;
  private final DateTimeFormatter formatter;
  private String lastText = "";
  private @Nullable Instant lastValue;

  /**
   * @throws IllegalArgumentException if the pattern is none
   */
  TimeFormat(String pattern, ZoneId zone) {
    this.pattern = pattern;
    this.zone = zone;
    this.formatter =
        switch (pattern) {
          case ISO, EPOCH_SECONDS, EPOCH_MILLIS -> iso();
          default -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        };
  }

  /** ISO 8601 with a space allowed for the T, and offsets as +08:00, +0800 and +08. */
  private static DateTimeFormatter iso() {
    DateTimeFormatterBuilder iso =
        new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd[['T'][' ']HH:mm[:ss[[.SSSSSSSSS][.SSSSSS][.SSS]]]]");
    for (String offset : List.of("+HH:MM", "+HHMM", "+HHmm")) {
      iso.optionalStart().appendOffset(offset, "Z").optionalEnd();
    }
    return iso.toFormatter(Locale.ROOT);
  }

  /** The moment, or null where the text is none. Sources repeat their dates: the last is kept. */
  @Nullable Instant parse(String text) {
    if (!text.equals(lastText)) {
      lastValue = read(text);
      lastText = text;
    }
    return lastValue;
  }

  private @Nullable Instant read(String text) {
    try {
      return switch (pattern) {
        case EPOCH_SECONDS -> Instant.ofEpochSecond(Long.parseLong(text));
        case EPOCH_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
        default ->
            instant(
                formatter.parseBest(
                    text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
      };
    } catch (DateTimeException | NumberFormatException notATime) {
      return null; // the rule date-format reports it
    }
  }

  private Instant instant(TemporalAccessor parsed) {
    return switch (parsed) {
      case OffsetDateTime moment -> moment.toInstant();
      case LocalDateTime local -> local.atZone(zone).toInstant();
      case LocalDate day -> day.atStartOfDay(zone).toInstant();
      default -> throw new DateTimeException("neither a moment nor a day");
    };
  }
}
