package io.xunbao.ranker.eval.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.testing.Seeded;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

@Seeded
class ClickModelTest {
  private static final int SHOPPERS = 20_000;

  @Test
  void positionBased_manyShoppers_clickByExaminationTimesAttraction(RandomGenerator random) {
    ClickModel.PositionBased model = ClickModel.positionBased(4, 1);
    int[] grades = {0, 1, 2, 3};
    double[] rates = rates(model, grades, random);
    for (int i = 0; i < grades.length; i++) {
      assertThat(rates[i]).isCloseTo(ClickModel.ATTRACTION.get(grades[i]) / (i + 1), within(0.015));
    }
  }

  @Test
  void cascade_afterAClickThatEndsTheWalk_leavesTheRest(RandomGenerator random) {
    double[] rates = rates(new ClickModel.Cascade(1), new int[] {3, 3}, random);
    assertThat(rates[0]).isCloseTo(0.9, within(0.015));
    assertThat(rates[1]).isCloseTo(0.1 * 0.9, within(0.015));
  }

  @Test
  void positionBased_chanceAboveOne_isRefused() {
    assertThatThrownBy(() -> new ClickModel.PositionBased(List.of(1.5)))
        .hasMessageContaining("0..1, got 1.5");
  }

  private static double[] rates(ClickModel model, int[] grades, RandomGenerator random) {
    double[] rates = new double[grades.length];
    for (int n = 0; n < SHOPPERS; n++) {
      boolean[] clicks = model.clicks(grades, random);
      for (int i = 0; i < clicks.length; i++) {
        rates[i] += clicks[i] ? 1.0 / SHOPPERS : 0;
      }
    }
    return rates;
  }
}
