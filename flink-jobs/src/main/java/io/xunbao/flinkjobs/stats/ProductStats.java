package io.xunbao.flinkjobs.stats;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The statistics of a product as of an hour. They hold until the next ones come: whenever a window
 * moves past something, there are new ones. Decayed sums may be taken to a later hour by one more
 * power of a half.
 *
 * @param hour hours since the epoch
 * @param all counts of the horizon
 * @param windows in the order of the settings
 * @param decayed in the order of the settings
 * @param rates of the last of the decayed sums
 */
public record ProductStats(
    @JsonProperty("id") String product,
    long hour,
    Counts all,
    List<Windowed> windows,
    List<Decayed> decayed,
    Rates rates) {
  private static final JsonMapper JSON = new JsonMapper();

  public ProductStats {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(all, "all");
    Objects.requireNonNull(rates, "rates");
    windows = List.copyOf(windows);
    decayed = List.copyOf(decayed);
  }

  /** One line of JSON with the names of this record; the product is its {@code id}. */
  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static ProductStats fromJson(String line) {
    try {
      return JSON.readValue(line, ProductStats.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "no statistics of a product: " + e.getOriginalMessage(), e);
    }
  }
}
