package io.xunbao.ranker.feedback;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a record's fields into an event, by a mapping. */
final class EventMapper {
  private final EventMapping mapping;

  EventMapper(EventMapping mapping) {
    this.mapping = mapping;
  }

  /**
   * The event of a record.
   *
   * @param fields texts by the source's names; what is absent is not in it
   * @param fallbackId id of the event where the source has none
   * @throws IllegalArgumentException which states the rule and the value that breaks it
   */
  BehaviourEvent map(Map<String, String> fields, String fallbackId) {
    Map<String, String> rest = new LinkedHashMap<>(fields);
    String product = take(rest, "product");
    String id = take(rest, "id");
    return new BehaviourEvent(
        id == null ? fallbackId : id,
        required(rest, "user"),
        take(rest, "session"),
        type(required(rest, "type")),
        product == null ? null : mapping.productPrefix() + product,
        take(rest, "query"),
        take(rest, "impression"),
        integer("position", take(rest, "position")),
        whole("dwellMillis", take(rest, "dwellMillis")),
        time(required(rest, "at")),
        rest);
  }

  private EventType type(String name) {
    return EventType.of(mapping.types().getOrDefault(name, name));
  }

  private Instant time(String text) {
    try {
      return switch (mapping.time()) {
        case SECONDS -> Instant.ofEpochSecond(Long.parseLong(text));
        case MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
        case ISO -> Instant.parse(text);
      };
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new IllegalArgumentException(
          "at must be a time in "
              + mapping.time().name().toLowerCase(Locale.ROOT)
              + ", got "
              + text,
          e);
    }
  }

  private @Nullable String take(Map<String, String> rest, String field) {
    String value = rest.remove(mapping.source(field));
    return value == null || value.isBlank() ? null : value;
  }

  private String required(Map<String, String> rest, String field) {
    String value = take(rest, field);
    if (value == null) {
      throw new IllegalArgumentException(
          field + " must not be blank (source field " + mapping.source(field) + ")");
    }
    return value;
  }

  private static @Nullable Integer integer(String field, @Nullable String text) {
    Long number = whole(field, text);
    return number == null ? null : Math.toIntExact(number);
  }

  private static @Nullable Long whole(String field, @Nullable String text) {
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(field + " must be a whole number, got " + text, e);
    }
  }
}
