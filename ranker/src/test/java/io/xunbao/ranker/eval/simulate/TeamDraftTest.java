package io.xunbao.ranker.eval.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.testing.Seeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
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
  void of_anyTwoRankings_keepsTheLawOfTeamDraft(RandomGenerator random) {
    for (int n = 0; n < 300; n++) {
      List<String> ours = ranking(random);
      List<String> theirs = ranking(random);
      TeamDraft draft = TeamDraft.of(ours, theirs, 100, random);

      Set<String> union = new TreeSet<>(ours);
      union.addAll(theirs);
      assertThat(draft.shown()).containsExactlyInAnyOrderElementsOf(union);
      for (int i = 0; i < draft.shown().size(); i++) {
        List<String> ranking = draft.ours().get(i) ? ours : theirs;
        int place = ranking.indexOf(draft.shown().get(i));
        assertThat(draft.shown().subList(0, i))
            .as("who picks has nothing better left")
            .containsAll(ranking.subList(0, place));
      }
    }
  }

  @Test
  void of_twoOrdersOfTheSame_everyPrefixIsBalanced(RandomGenerator random) {
    for (int n = 0; n < 300; n++) {
      List<String> ours = ranking(random);
      List<String> theirs = new ArrayList<>(ours);
      Collections.shuffle(theirs, new Random(random.nextLong()));
      int balance = 0;
      for (boolean picked : TeamDraft.of(ours, theirs, 100, random).ours()) {
        balance += picked ? 1 : -1;
        assertThat(balance).isBetween(-1, 1);
      }
    }
  }

  @Test
  void of_sameCoins_aShorterListIsTheBeginningOfALongerOne(RandomGenerator random) {
    for (int n = 0; n < 100; n++) {
      List<String> ours = ranking(random);
      List<String> theirs = ranking(random);
      long seed = random.nextLong();
      TeamDraft whole = TeamDraft.of(ours, theirs, 100, new SplittableRandom(seed));
      int length = random.nextInt(whole.shown().size() + 1);
      TeamDraft some = TeamDraft.of(ours, theirs, length, new SplittableRandom(seed));
      assertThat(some.shown()).isEqualTo(whole.shown().subList(0, length));
      assertThat(some.ours()).isEqualTo(whole.ours().subList(0, length));
    }
  }

  /** Some of twenty products in some order. */
  private static List<String> ranking(RandomGenerator random) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add("p" + i);
    }
    Collections.shuffle(all, new Random(random.nextLong()));
    return List.copyOf(all.subList(0, 1 + random.nextInt(20)));
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
