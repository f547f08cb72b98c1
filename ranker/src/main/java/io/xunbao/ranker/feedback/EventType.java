package io.xunbao.ranker.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a shopper did with a product, or with the search box. */
public enum EventType {
  IMPRESSION,
  VIEW,
  CLICK,
  FAVOURITE,
  CART,
  UNCART,
  BUY,
  REVIEW,
  SEARCH;

  /** The name in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The type of a name in JSON.
   *
   * @throws IllegalArgumentException which lists the valid names
   */
  public static EventType of(String key) {
    for (EventType type : values()) {
      if (type.key().equals(key)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "type must be one of "
            + Arrays.stream(values()).map(EventType::key).collect(Collectors.joining(", "))
            + ", got "
            + key);
  }
}
