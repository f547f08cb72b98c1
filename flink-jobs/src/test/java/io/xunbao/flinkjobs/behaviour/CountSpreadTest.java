package io.xunbao.flinkjobs.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.testing.Seeded;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CountSpreadTest {
  @Test
  void median_nobody_isZero() {
    CountSpread spread = new CountSpread(Map.of());
    assertThat(spread.median()).isZero();
    assertThat(spread.mad()).isZero();
  }

  @Seeded
  @Test
  void medianAndMad_anyCounts_equalThoseOfTheSortedList(RandomGenerator random) {
    int shoppers = random.nextInt(1, 400);
    long[] counts = random.longs(shoppers, 1, 30).toArray();
    Map<Long, Long> histogram = new HashMap<>();
    Arrays.stream(counts).forEach(c -> histogram.merge(c, 1L, Long::sum));
    CountSpread spread = new CountSpread(histogram);
    double median = lowerMedian(Arrays.stream(counts).mapToDouble(Math::log));
    assertThat(spread.median()).isEqualTo(median);
    assertThat(spread.mad())
        .isEqualTo(
            lowerMedian(Arrays.stream(counts).mapToDouble(c -> Math.abs(Math.log(c) - median))));
  }

  private static double lowerMedian(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[(sorted.length - 1) / 2];
  }
}
