package io.xunbao.indexer.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a source field holds attributes. */
public enum AttributeForm {
  /** The field is the attribute: its name, its value (or values, in an array). */
  @JsonProperty("value")
  VALUE,
  /** {@code [name: value, name: value]} in one text; values may hold commas and colons. */
  @JsonProperty("bracketed")
  BRACKETED,
  /** An array of {@code [name, value]} arrays; a name may repeat. */
  @JsonProperty("pairs")
  PAIRS,
  /** An object from names to a value or an array of values. */
  @JsonProperty("object")
  OBJECT
}
