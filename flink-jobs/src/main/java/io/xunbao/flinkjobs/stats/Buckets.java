package io.xunbao.flinkjobs.stats;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Makes statistics from the counts of hours. Everything is a function of the buckets and the hour
 * asked for; floating point enters only here, in the order of time, with powers that every Java
 * computes alike ({@link StrictMath}).
 */
final class Buckets {
  static final long HOUR = Duration.ofHours(1).toMillis();

  private final StatsSettings settings;

  Buckets(StatsSettings settings) {
    this.settings = settings;
  }

  static long hourOf(long millis) {
    return Math.floorDiv(millis, HOUR);
  }

  /**
   * The statistics as of an hour, from the hours of the horizon up to it.
   *
   * @param counts by hours since the epoch
   */
  ProductStats stats(String product, SortedMap<Long, Counts> counts, long hour) {
    SortedMap<Long, Counts> remembered = counts.subMap(hour - settings.horizon() + 1, hour + 1);
    List<Windowed> windows = new ArrayList<>();
    for (long hours : settings.windows()) {
      windows.add(new Windowed(hours, sum(remembered.tailMap(hour - hours + 1))));
    }
    List<Decayed> decayed = new ArrayList<>();
    for (long halfLife : settings.halfLives()) {
      decayed.add(decay(remembered, hour, halfLife));
    }
    return new ProductStats(
        product,
        hour,
        sum(remembered),
        windows,
        decayed,
        Rates.of(decayed.getLast(), settings.priors()));
  }

  private static Counts sum(SortedMap<Long, Counts> counts) {
    return counts.values().stream().reduce(Counts.ZERO, Counts::plus);
  }

  private static Decayed decay(SortedMap<Long, Counts> counts, long hour, long halfLife) {
    Decayed sum = Decayed.zero(halfLife);
    for (Map.Entry<Long, Counts> bucket : counts.entrySet()) {
      double lives = (hour - bucket.getKey()) / (double) halfLife;
      sum = sum.plus(bucket.getValue(), StrictMath.pow(0.5, lives));
    }
    return sum;
  }
}
