package io.xunbao.ranker.eval.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.testing.Seeded;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

@Seeded
class TeamDraftTest {
  private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 2, "c", 1, "d", 0);

  @Test
  void of_twoRankings_holdsEachProductOnceAndPicksInTurn(RandomGenerator random) {
    for (int n = 0; n < 200; n++) {
      TeamDraft draft =
          TeamDraft.of(List.of("a", "b", "c", "d"), List.of("d", "a", "e", "f"), 6, random);
      assertThat(draft.shown()).doesNotHaveDuplicates().hasSize(6);
      for (int i = 0; i + 1 < 6; i += 2) {
        assertThat(draft.ours().get(i)).isNotEqualTo(draft.ours().get(i + 1));
      }
    }
  }

  @Test
  void of_oneRankingEnds_theOtherFillsTheList(RandomGenerator random) {
    TeamDraft draft = TeamDraft.of(List.of("a"), List.of("a", "b", "c"), 10, random);
    assertThat(draft.shown()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void credit_betterRanker_winsAndEqualOnesTie(RandomGenerator random) {
    List<String> best = List.of("a", "b", "c", "d");
    List<String> worst = List.of("d", "c", "b", "a");
    assertThat(credit(best, worst, random)).isGreaterThan(0.2);
    assertThat(Math.abs(credit(best, best, random))).isLessThan(0.04);
  }

  /** Mean credit of the first ranking over position-biased shoppers. */
  private static double credit(List<String> ours, List<String> theirs, RandomGenerator random) {
    ClickModel model = ClickModel.positionBased(4, 1);
    int sum = 0;
    int sessions = 8_000;
    for (int n = 0; n < sessions; n++) {
      TeamDraft draft = TeamDraft.of(ours, theirs, 4, random);
      int[] grades = draft.shown().stream().mapToInt(id -> GRADES.getOrDefault(id, 0)).toArray();
      sum += draft.credit(model.clicks(grades, random));
    }
    return sum / (double) sessions;
  }
}
