package io.xunbao.ranker.recommend;

import io.xunbao.ranker.feedback.EventType;
import java.time.Instant;
import java.util.Objects;

/** One thing that a shopper did with an item, given by its number in an {@link ItemCatalogue}. */
public record Action(int item, EventType type, Instant at) {
  public Action {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(at, "at");
    if (item < 0) {
      throw new IllegalArgumentException("item must be >= 0, got " + item);
    }
  }
}
