package io.xunbao.indexer.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the category path comes from. In YAML a plain string is short for one field.
 *
 * @param from source fields from the broadest level to the narrowest; each may hold an array
 * @param separator splits a text into levels, such as {@code /}; null where a text is one level
 * @param names the source's codes to names; a code that is not among them stays as it is
 * @param constant the only level where the source has none
 */
public record CategoryMapping(
    List<String> from,
    @Nullable String separator,
    Map<String, String> names,
    @Nullable String constant) {
  @JsonCreator
  public CategoryMapping(
      @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> from,
      @Nullable String separator,
      @Nullable Map<String, String> names,
      @Nullable String constant) {
    this.from = from == null ? List.of() : List.copyOf(from);
    this.separator = separator;
    this.names = names == null ? Map.of() : Map.copyOf(names);
    this.constant = constant;
    if (this.from.isEmpty() && constant == null) {
      throw new IllegalArgumentException("name source fields under `from`, or a `constant`");
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CategoryMapping of(String field) {
    return new CategoryMapping(List.of(field), null, null, null);
  }
}
