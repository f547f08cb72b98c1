package io.xunbao.indexer.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the status comes from. In YAML a plain string is short for a field that holds the
 * contract's own words.
 *
 * @param from source fields, the first that has a value counts
 * @param values the source's codes to statuses; a code that is not among them is refused
 */
public record StatusMapping(List<String> from, Map<String, ProductStatus> values) {
  private static final Map<String, ProductStatus> CONTRACT =
      Map.of(
          "on_sale", ProductStatus.ON_SALE,
          "off_sale", ProductStatus.OFF_SALE,
          "deleted", ProductStatus.DELETED);

  @JsonCreator
  public StatusMapping(
      @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> from,
      @Nullable Map<String, ProductStatus> values) {
    this.from = List.copyOf(from);
    this.values = values == null || values.isEmpty() ? CONTRACT : Map.copyOf(values);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static StatusMapping of(String field) {
    return new StatusMapping(List.of(field), null);
  }
}
