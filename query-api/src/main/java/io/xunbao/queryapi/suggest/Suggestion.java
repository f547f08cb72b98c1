package io.xunbao.queryapi.suggest;

import java.util.Objects;

/** A text that a shopper may search for. */
public record Suggestion(String text, Kind kind) {
  public Suggestion {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(kind, "kind");
  }

  /** Where the text comes from. */
  public enum Kind {
    BRAND,
    CATEGORY,
    /** Words that follow each other in titles. */
    TITLE
  }
}
