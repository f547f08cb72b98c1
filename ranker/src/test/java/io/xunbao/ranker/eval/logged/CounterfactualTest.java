package io.xunbao.ranker.eval.logged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.eval.simulate.OffPolicy;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Over seeds the estimates lie around the truth, and their intervals hold it as often as said. */
class CounterfactualTest {
  private static final int SEEDS = 40;
  private static final List<String> TARGET = List.of("a", "c", "d", "b");

  @Test
  void ips_byExamination_coversTheTruth() {
    requireUnbiased(TARGET, (log, seed) -> OffPolicy.ips(log.byExamination(), seed));
  }

  @Test
  void doublyRobust_byExamination_coversTheTruth() {
    requireUnbiased(TARGET, (log, seed) -> OffPolicy.doublyRobust(log.byExamination(), seed));
  }

  @Test
  void ips_byPlacement_coversTheTruth() {
    requireUnbiased(TARGET, (log, seed) -> OffPolicy.ips(log.byPlacement(), seed));
  }

  @Test
  void snips_byPlacement_coversTheTruth() {
    requireUnbiased(TARGET, (log, seed) -> OffPolicy.snips(log.byPlacement(), seed));
  }

  @Test
  void doublyRobust_byPlacement_coversTheTruth() {
    requireUnbiased(TARGET, (log, seed) -> OffPolicy.doublyRobust(log.byPlacement(), seed));
  }

  @Test
  void gain_betterOrder_isAboveZeroAndIsTheDifferenceToWhatWasShown() {
    Counterfactual log = log(7, TARGET);
    OffPolicy gain = OffPolicy.ipsGain(log.byExamination(), 7);
    assertThat(gain.low()).isPositive();
    assertThat(gain.value())
        .isCloseTo(
            OffPolicy.ips(log.byExamination(), 7).value() - log.asShown(7).value(), within(1e-9));
  }

  @Test
  void unseen_productThatNoListShows_boundsTheTruth() {
    List<String> target = List.of("e", "a", "c", "b");
    Counterfactual log = log(3, target);
    assertThat(log.unseen()).isEqualTo(SimulatedShop.SHOPPERS.examination(0));
    OffPolicy found = OffPolicy.ips(log.byExamination(), 3);
    double truth = SimulatedShop.truth(target);
    assertThat(truth).isBetween(found.high(), found.low() + log.unseen());
  }

  @Test
  void unplaced_placeThatWasNeverLogged_isCounted() {
    assertThat(log(3, TARGET).unplaced()).isZero();
    assertThat(log(3, List.of("e", "a")).unplaced()).isEqualTo(1);
  }

  @Test
  void of_logOfOtherQueries_isRefused() {
    assertThatThrownBy(
            () ->
                new Counterfactual(
                    SimulatedShop.log(3, new SplittableRandom(1)), Map.of("other", TARGET)))
        .hasMessageContaining("got 3 lists of others");
  }

  private static Counterfactual log(long seed, List<String> target) {
    return new Counterfactual(
        SimulatedShop.log(1_500, new SplittableRandom(seed)), Map.of(SimulatedShop.QUERY, target));
  }

  private static void requireUnbiased(
      List<String> target, BiFunction<Counterfactual, Long, OffPolicy> estimate) {
    double truth = SimulatedShop.truth(target);
    double sum = 0;
    int held = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      OffPolicy found = estimate.apply(log(seed, target), seed);
      sum += found.value();
      held += found.low() <= truth && truth <= found.high() ? 1 : 0;
    }
    assertThat(sum / SEEDS).isCloseTo(truth, within(0.03 * truth));
    assertThat(held).isGreaterThanOrEqualTo((int) (0.85 * SEEDS));
  }
}
