package io.xunbao.ranker.eval.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Over seeds the estimates lie around the truth, and their intervals hold it as often as said. */
class OffPolicyTest {
  private static final int[] GRADES = {3, 0, 2, 1};
  private static final int[] TARGET = {0, 2, 3, 1};
  private static final double EXPLORES = 0.5;
  private static final ClickModel.PositionBased SHOPPERS = ClickModel.positionBased(4, 1);
  private static final int SEEDS = 60;

  private enum Model {
    RIGHT,
    WRONG
  }

  @Test
  void ips_overSeeds_isUnbiasedAndItsIntervalHoldsTheTruth() {
    requireUnbiased(seed -> OffPolicy.ips(log(seed, Model.WRONG), seed));
  }

  @Test
  void snips_overSeeds_isUnbiasedAndItsIntervalHoldsTheTruth() {
    requireUnbiased(seed -> OffPolicy.snips(log(seed, Model.WRONG), seed));
  }

  @Test
  void doublyRobust_wrongModel_isUnbiasedAndItsIntervalHoldsTheTruth() {
    requireUnbiased(seed -> OffPolicy.doublyRobust(log(seed, Model.WRONG), seed));
  }

  @Test
  void doublyRobust_rightModel_isNarrowerThanIps() {
    double robust = 0;
    double plain = 0;
    for (int seed = 0; seed < 10; seed++) {
      OffPolicy a = OffPolicy.doublyRobust(log(seed, Model.RIGHT), seed);
      OffPolicy b = OffPolicy.ips(log(seed, Model.RIGHT), seed);
      robust += a.high() - a.low();
      plain += b.high() - b.low();
    }
    assertThat(robust).isLessThan(plain);
  }

  @Test
  void slot_loggedWithoutAChance_isRefused() {
    assertThatThrownBy(() -> new OffPolicy.Slot(1, 0, 1, 0, 0))
        .hasMessageContaining("logged must be in (0, 1]");
  }

  private interface Estimate {
    OffPolicy of(long seed);
  }

  private static void requireUnbiased(Estimate estimate) {
    double truth = truth();
    double sum = 0;
    int held = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      OffPolicy found = estimate.of(seed);
      sum += found.value();
      held += found.low() <= truth && truth <= found.high() ? 1 : 0;
    }
    assertThat(sum / SEEDS).isCloseTo(truth, within(0.03 * truth));
    assertThat(held).isGreaterThanOrEqualTo((int) (0.85 * SEEDS));
  }

  private static double expected(int product, int position) {
    return SHOPPERS.examination(position) * ClickModel.ATTRACTION.get(GRADES[product]);
  }

  private static double truth() {
    return IntStream.range(0, 4).mapToDouble(k -> expected(TARGET[k], k)).sum();
  }

  /** Products stand as they are numbered, or in half of the impressions in any order. */
  private static List<List<OffPolicy.Slot>> log(long seed, Model model) {
    RandomGenerator random = new SplittableRandom(seed);
    List<List<OffPolicy.Slot>> log = new ArrayList<>();
    for (int n = 0; n < 1_500; n++) {
      List<Integer> shown = new ArrayList<>(List.of(0, 1, 2, 3));
      if (random.nextDouble() < EXPLORES) {
        Collections.shuffle(shown, new Random(random.nextLong()));
      }
      int[] grades = shown.stream().mapToInt(p -> GRADES[p]).toArray();
      boolean[] clicks = SHOPPERS.clicks(grades, random);
      log.add(
          IntStream.range(0, 4).mapToObj(k -> slot(shown.get(k), k, clicks[k], model)).toList());
    }
    return log;
  }

  private static OffPolicy.Slot slot(int product, int k, boolean click, Model model) {
    double logged = EXPLORES / 4 + (product == k ? 1 - EXPLORES : 0);
    return new OffPolicy.Slot(
        click ? 1 : 0,
        logged,
        product == TARGET[k] ? 1 : 0,
        model == Model.RIGHT ? expected(product, k) : 0.3,
        model == Model.RIGHT ? expected(TARGET[k], k) : 0.3);
  }
}
