package io.xunbao.flinkjobs.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The same statistics from a finished list of actions, straight from their definition and without
 * buckets kept on the way: what the stream is held against, and how statistics are made anew from a
 * log.
 */
public final class BatchStats {
  private final StatsSettings settings;

  public BatchStats(StatsSettings settings) {
    this.settings = settings;
  }

  /**
   * The statistics of one product as of an hour.
   *
   * @param actions all of that product, in any order; later ones than the hour do not count
   */
  public ProductStats stats(String product, List<ProductAction> actions, long hour) {
    List<ProductAction> counted =
        actions.stream().filter(a -> within(a, hour, settings.horizon())).toList();
    List<Decayed> decayed =
        LongStream.of(settings.halfLives()).mapToObj(h -> decay(counted, hour, h)).toList();
    return new ProductStats(
        product,
        hour,
        sum(counted),
        LongStream.of(settings.windows())
            .mapToObj(w -> new Windowed(w, sum(within(counted, hour, w))))
            .toList(),
        decayed,
        Rates.of(decayed.getLast(), settings.priors()));
  }

  private static List<ProductAction> within(List<ProductAction> actions, long hour, long hours) {
    return actions.stream().filter(a -> within(a, hour, hours)).toList();
  }

  private static boolean within(ProductAction action, long hour, long hours) {
    long age = hour - Buckets.hourOf(action.at());
    return age >= 0 && age < hours;
  }

  private static Counts sum(List<ProductAction> actions) {
    Counts sum = Counts.ZERO;
    for (ProductAction action : actions) {
      sum = sum.plus(Counts.of(action));
    }
    return sum;
  }

  /** The sum over hours, the oldest first, of counts times a power of a half. */
  private static Decayed decay(List<ProductAction> actions, long hour, long halfLife) {
    TreeMap<Long, List<ProductAction>> byAge = new TreeMap<>();
    for (ProductAction action : actions) {
      long age = hour - Buckets.hourOf(action.at());
      byAge.computeIfAbsent(age, none -> new ArrayList<>()).add(action);
    }
    Decayed sum = Decayed.zero(halfLife);
    for (long age : byAge.descendingKeySet()) {
      double weight = StrictMath.pow(0.5, age / (double) halfLife);
      sum = sum.plus(sum(byAge.getOrDefault(age, List.of())), weight);
    }
    return sum;
  }
}
