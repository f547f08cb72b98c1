package io.xunbao.indexer.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a text or a count comes from. In YAML a plain string is short for one source field.
 *
 * @param from source fields, the first that has a value counts; in JSONL a dotted path reaches into
 *     objects
 * @param constant the value where none of them has one
 */
public record TextMapping(List<String> from, @Nullable String constant) {
  @JsonCreator
  public TextMapping(
      @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> from,
      @Nullable String constant) {
    this.from = from == null ? List.of() : List.copyOf(from);
    this.constant = constant;
    if (this.from.isEmpty() && constant == null) {
      throw new IllegalArgumentException("name source fields under `from`, or a `constant`");
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static TextMapping of(String field) {
    return new TextMapping(List.of(field), null);
  }
}
