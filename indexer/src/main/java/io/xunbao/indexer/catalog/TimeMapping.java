package io.xunbao.indexer.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the version's time comes from. In YAML a plain string is short for a field in ISO 8601.
 *
 * @param from source fields, the first that has a value counts
 * @param pattern {@code iso}, {@code epoch-seconds}, {@code epoch-millis}, or letters of {@link
 *     java.time.format.DateTimeFormatter}, such as {@code yyyy/M/d}
 */
public record TimeMapping(List<String> from, String pattern) {
  @JsonCreator
  public TimeMapping(
      @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> from,
      @Nullable String pattern) {
    this.from = List.copyOf(from);
    this.pattern = pattern == null ? TimeFormat.ISO : pattern;
    var _ = new TimeFormat(this.pattern, ZoneId.of("UTC")); // refuses a bad pattern
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static TimeMapping of(String field) {
    return new TimeMapping(List.of(field), null);
  }
}
