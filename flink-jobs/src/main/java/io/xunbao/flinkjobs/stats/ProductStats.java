package io.xunbao.flinkjobs.stats;

import java.util.List;
import java.util.Objects;

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
    String product,
    long hour,
    Counts all,
    List<Windowed> windows,
    List<Decayed> decayed,
    Rates rates) {
  public ProductStats {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(all, "all");
    Objects.requireNonNull(rates, "rates");
    windows = List.copyOf(windows);
    decayed = List.copyOf(decayed);
  }
}
