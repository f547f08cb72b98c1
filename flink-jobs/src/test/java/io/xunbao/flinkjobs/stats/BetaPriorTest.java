package io.xunbao.flinkjobs.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.testing.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BetaPriorTest {
  @Test
  void smooth_nothingSeen_isTheUsual() {
    assertThat(new BetaPrior(0.1, 20).smooth(0, 0)).isEqualTo(0.1);
  }

  @Seeded
  @Test
  void smooth_anything_liesBetweenTheUsualAndItsOwnRate(RandomGenerator random) {
    BetaPrior prior = new BetaPrior(random.nextDouble(), 1 + random.nextDouble() * 100);
    double trials = random.nextDouble() * 1000;
    double successes = random.nextDouble() * trials;
    double own = successes / trials;
    assertThat(prior.smooth(successes, trials))
        .isBetween(Math.min(own, prior.mean()) - 1e-12, Math.max(own, prior.mean()) + 1e-12);
  }

  @Test
  void smooth_moreSuccessesThanTrials_staysAProbability() {
    assertThat(new BetaPrior(0.1, 20).smooth(50, 1.5)).isBetween(0.0, 1.0);
  }

  /** Rates drawn from a known distribution give it back. */
  @Seeded
  @Test
  void fit_ratesOfAKnownPrior_findsIt(RandomGenerator random) {
    List<BetaPrior.Observed> products = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      double rate = beta(random, 3, 27);
      int trials = random.nextInt(20, 200);
      int successes = 0;
      for (int t = 0; t < trials; t++) {
        successes += random.nextDouble() < rate ? 1 : 0;
      }
      products.add(new BetaPrior.Observed(successes, trials));
    }
    BetaPrior prior = BetaPrior.fit(products);
    assertThat(prior.mean()).isCloseTo(0.1, within(0.01));
    assertThat(prior.strength()).isCloseTo(30, within(6.0));
  }

  /** The a-th smallest of a + b - 1 uniform numbers is Beta(a, b). */
  private static double beta(RandomGenerator random, int a, int b) {
    return random.doubles(a + b - 1).sorted().skip(a - 1).findFirst().orElseThrow();
  }

  @Test
  void fit_productsAlike_isAsStrongAsItGets() {
    List<BetaPrior.Observed> alike =
        List.of(new BetaPrior.Observed(10, 100), new BetaPrior.Observed(20, 200));
    assertThat(BetaPrior.fit(alike).strength()).isGreaterThan(1e5);
  }

  @Test
  void fit_nothing_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BetaPrior.fit(List.of(new BetaPrior.Observed(0, 0))))
        .withMessageContaining("a product with trials");
  }
}
