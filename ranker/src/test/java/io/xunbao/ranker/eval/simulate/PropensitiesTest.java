package io.xunbao.ranker.eval.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.testing.Seeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Both estimates find the examination that the clicks were made with. */
@Seeded
class PropensitiesTest {
  private static final int POSITIONS = 5;

  @Test
  void byHarvesting_rankersThatSwap_findsTheExamination(RandomGenerator random) {
    Propensities found = Propensities.byHarvesting(log(random), POSITIONS);
    for (int k = 0; k < POSITIONS; k++) {
      assertThat(found.at(k)).as("position %d", k).isCloseTo(1.0 / (k + 1), within(0.06));
    }
  }

  @Test
  void byExpectationMaximisation_rankersThatSwap_findsTheExamination(RandomGenerator random) {
    Propensities found = Propensities.byExpectationMaximisation(log(random), POSITIONS, 60);
    for (int k = 0; k < POSITIONS; k++) {
      assertThat(found.at(k)).as("position %d", k).isCloseTo(1.0 / (k + 1), within(0.06));
    }
  }

  @Test
  void byHarvesting_emptyLog_isRefused() {
    assertThatThrownBy(() -> Propensities.byHarvesting(List.of(), 3))
        .hasMessageContaining("got 0 sessions");
  }

  /** Lists of products of known grades, in an order that differs from session to session. */
  static List<Session> log(RandomGenerator random) {
    ClickModel model = ClickModel.positionBased(POSITIONS, 1);
    List<Session> log = new ArrayList<>();
    for (int n = 0; n < 30_000; n++) {
      int query = n % 20;
      List<Integer> products = new ArrayList<>(IntStream.range(0, POSITIONS).boxed().toList());
      Collections.shuffle(products, new Random(random.nextLong()));
      int[] grades = products.stream().mapToInt(p -> (p + query) % 4).toArray();
      boolean[] clicks = model.clicks(grades, random);
      log.add(
          new Session(
              "q" + query,
              products.stream().map(p -> "p" + p).toList(),
              IntStream.range(0, POSITIONS).mapToObj(i -> clicks[i]).toList()));
    }
    return log;
  }
}
