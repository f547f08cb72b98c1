package io.xunbao.flinkjobs.behaviour;

import java.util.Map;
import java.util.TreeMap;

/**
 * Median and MAD of the logarithms of counts, exactly, from how often each count occurs. A MAD is
 * the median of the distances from the median (Hampel 1974); half of all values must lie before
 * either moves.
 */
final class CountSpread {
  private final TreeMap<Double, Long> logs = new TreeMap<>();
  private final long shoppers;

  /**
   * @param shoppersByCount for each count of events how many shoppers had it
   */
  CountSpread(Map<Long, Long> shoppersByCount) {
    long sum = 0;
    for (Map.Entry<Long, Long> entry : shoppersByCount.entrySet()) {
      logs.merge(Math.log(entry.getKey()), entry.getValue(), Long::sum);
      sum += entry.getValue();
    }
    shoppers = sum;
  }

  long shoppers() {
    return shoppers;
  }

  /** The lower median; 0 where there is nobody. */
  double median() {
    return median(logs);
  }

  double mad() {
    double middle = median();
    TreeMap<Double, Long> distances = new TreeMap<>();
    logs.forEach((log, times) -> distances.merge(Math.abs(log - middle), times, Long::sum));
    return median(distances);
  }

  private double median(TreeMap<Double, Long> values) {
    long before = 0;
    for (Map.Entry<Double, Long> entry : values.entrySet()) {
      before += entry.getValue();
      if (2 * before >= shoppers) {
        return entry.getKey();
      }
    }
    return 0;
  }
}
