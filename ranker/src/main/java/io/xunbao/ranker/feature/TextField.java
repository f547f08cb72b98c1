package io.xunbao.ranker.feature;

import java.util.Locale;

/** A part of a product whose words are compared with the query's. */
public enum TextField {
  TITLE,
  BRAND,
  CATEGORY,
  ATTRIBUTES,
  DESCRIPTION;

  /** The name in lower case, as feature names carry it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
