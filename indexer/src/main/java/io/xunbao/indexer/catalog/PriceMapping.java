package io.xunbao.indexer.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the price comes from and what it counts. In YAML a plain string is short for a field in
 * yuan.
 *
 * @param from source fields, the first that has a value counts
 * @param unit of the number
 * @param unitByIdPrefix other units where one file unites several sources: the prefix of the
 *     source's own id to the unit
 */
public record PriceMapping(
    List<String> from, PriceUnit unit, Map<String, PriceUnit> unitByIdPrefix) {
  @JsonCreator
  public PriceMapping(
      @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> from,
      @Nullable PriceUnit unit,
      @Nullable Map<String, PriceUnit> unitByIdPrefix) {
    this.from = List.copyOf(from);
    this.unit = unit == null ? PriceUnit.YUAN : unit;
    this.unitByIdPrefix = unitByIdPrefix == null ? Map.of() : Map.copyOf(unitByIdPrefix);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static PriceMapping of(String field) {
    return new PriceMapping(List.of(field), null, null);
  }

  /** The unit that holds for a record. */
  PriceUnit unitFor(String sourceId) {
    for (Map.Entry<String, PriceUnit> entry : unitByIdPrefix.entrySet()) {
      if (sourceId.startsWith(entry.getKey())) {
        return entry.getValue();
      }
    }
    return unit;
  }
}
