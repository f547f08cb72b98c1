package io.xunbao.ranker.eval.logged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.xunbao.ranker.eval.simulate.TeamDraft;
import io.xunbao.testing.Seeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

@Seeded
class InterleavingTest {
  private static final List<String> GOOD = List.of("a", "c", "d", "b");
  private static final List<String> BAD = List.of("b", "d", "c", "a");

  @Test
  void of_betterRanking_winsAndTheOtherLoses(RandomGenerator random) {
    List<ClickedList> log = mixed(GOOD, BAD, 2_000, random);
    assertThat(judge(log, GOOD, BAD).credit().low()).isPositive();
    assertThat(judge(log, BAD, GOOD).credit().high()).isNegative();
  }

  @Test
  void of_rankingsAlikeForShoppers_isSeldomAWin() {
    // e is as good as a: whoever has it in its place is preferred by nobody.
    List<String> twin = List.of("e", "c", "d", "b");
    int wins = 0;
    for (int seed = 0; seed < 40; seed++) {
      List<ClickedList> log = mixed(GOOD, twin, 300, new SplittableRandom(seed));
      wins += judge(log, GOOD, twin).credit().p() < 0.05 ? 1 : 0;
    }
    assertThat(wins).isLessThanOrEqualTo(6);
  }

  @Test
  void shares_overDrafts_areHowOftenOursPicked(RandomGenerator random) {
    for (int n = 0; n < 50; n++) {
      List<String> ours = shuffled(random);
      List<String> theirs = shuffled(random);
      double shared = 0;
      double picked = 0;
      for (int i = 0; i < 2_000; i++) {
        TeamDraft draft = TeamDraft.of(ours, theirs, 5, random);
        double[] shares = TeamDraft.shares(ours, theirs, draft.shown()).orElseThrow();
        for (int k = 0; k < shares.length; k++) {
          double weight = draft.shown().get(k).charAt(0) - 'a';
          shared += weight * shares[k];
          picked += weight * (draft.ours().get(k) ? 1 : 0);
        }
      }
      assertThat(shared / 2_000).isCloseTo(picked / 2_000, within(0.25));
    }
  }

  @Test
  void of_listsOfOneRankingAlone_areNoDraftsAndARefusalSaysSo(RandomGenerator random) {
    List<ClickedList> log = new ArrayList<>(mixed(GOOD, BAD, 20, random));
    ClickedList other = SimulatedShop.clicked(List.of("d", "a", "b", "c"), random);
    log.add(other);
    assertThat(judge(log, GOOD, BAD).others()).isEqualTo(1);
    assertThatThrownBy(() -> judge(List.of(other), GOOD, BAD))
        .hasMessageContaining("1 lists of their queries are none");
  }

  private static List<String> shuffled(RandomGenerator random) {
    List<String> list = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
    Collections.shuffle(list, new Random(random.nextLong()));
    return list;
  }

  private static Interleaving judge(List<ClickedList> log, List<String> ours, List<String> theirs) {
    return Interleaving.of(
        log, Map.of(SimulatedShop.QUERY, ours), Map.of(SimulatedShop.QUERY, theirs), 1);
  }

  private static List<ClickedList> mixed(
      List<String> ours, List<String> theirs, int lists, RandomGenerator random) {
    List<ClickedList> log = new ArrayList<>();
    for (int n = 0; n < lists; n++) {
      log.add(SimulatedShop.clicked(TeamDraft.of(ours, theirs, 4, random).shown(), random));
    }
    return log;
  }
}
