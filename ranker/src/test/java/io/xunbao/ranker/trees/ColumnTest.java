package io.xunbao.ranker.trees;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.testing.Seeded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

@Seeded
class ColumnTest {
  @Test
  void value_anyDouble_fallsOnTheSameSideOfEveryThreshold(RandomGenerator random) {
    for (int round = 0; round < 2000; round++) {
      double[] thresholds = random.doubles(5, -1, 1).toArray();
      Column column = column(thresholds);
      double value = near(thresholds[random.nextInt(5)], random);
      for (double threshold : thresholds) {
        assertThat(column.value(value) > Column.floor(threshold))
            .as("%s beside %s", value, threshold)
            .isEqualTo(value > threshold);
      }
    }
  }

  private static double near(double threshold, RandomGenerator random) {
    return threshold + Math.ulp((float) threshold) * random.nextDouble(-2, 2);
  }

  @Test
  void isExact_twoThresholdsBetweenTwoFloats_isFalse() {
    assertThat(column(0.1, Math.nextUp(0.1)).isExact()).isFalse();
    assertThat(column(0.1, 0.1, 0.2).isExact()).isTrue();
    assertThat(column(1e300).isExact()).isFalse();
    assertThat(column(Double.POSITIVE_INFINITY).isExact()).isTrue();
  }

  @Test
  void value_missing_isBeyondEveryThreshold() {
    Column right = column(1e30, Double.POSITIVE_INFINITY);
    assertThat(right.value(Double.NaN)).isGreaterThan(Column.floor(Double.POSITIVE_INFINITY));
    assertThat(right.value(Double.POSITIVE_INFINITY))
        .isLessThanOrEqualTo(Column.floor(Double.POSITIVE_INFINITY))
        .isGreaterThan(Column.floor(1e30));
  }

  private static Column column(double... thresholds) {
    return new Column(new Column.Key(0, Missing.NAN, false, null), thresholds, false);
  }
}
