package io.xunbao.ranker.feedback;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a shopper did.
 *
 * @param id identifies the event; the same id twice is the same event
 * @param user pseudonym of the shopper, or the raw id before the first operator replaced it
 * @param session visit that the event belongs to; null when unknown
 * @param product null for a search
 * @param query as typed; null where the event came from no search
 * @param impression list of results that the event came from; null when unknown
 * @param position place in that list, from 0; null when unknown
 * @param dwellMillis time spent on the product's page; null when unknown
 * @param at when it happened
 * @param attributes what else the source says, such as {@code category}, by name
 */
public record BehaviourEvent(
    String id,
    String user,
    @Nullable String session,
    EventType type,
    @Nullable String product,
    @Nullable String query,
    @Nullable String impression,
    @Nullable Integer position,
    @Nullable Long dwellMillis,
    Instant at,
    Map<String, String> attributes) {
  public BehaviourEvent {
    requireText("id", id);
    requireText("user", user);
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(at, "at");
    if (type != EventType.SEARCH && type != EventType.IMPRESSION) {
      requireText("product", product);
    }
    if (position != null && position < 0) {
      throw new IllegalArgumentException("position must be >= 0, got " + position);
    }
    if (dwellMillis != null && dwellMillis < 0) {
      throw new IllegalArgumentException("dwellMillis must be >= 0, got " + dwellMillis);
    }
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** An event without the details that only a log of searches has. */
  public static BehaviourEvent of(
      String id, String user, EventType type, String product, Instant at) {
    return new BehaviourEvent(id, user, null, type, product, null, null, null, null, at, Map.of());
  }

  /** The same event as part of a visit. */
  public BehaviourEvent inSession(String name) {
    return new BehaviourEvent(
        id, user, name, type, product, query, impression, position, dwellMillis, at, attributes);
  }

  private static void requireText(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank, got " + value);
    }
  }
}
