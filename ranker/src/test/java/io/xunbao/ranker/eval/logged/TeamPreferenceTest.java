package io.xunbao.ranker.eval.logged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.ranker.eval.simulate.TeamDraft;
import io.xunbao.testing.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What logged teams tell, beside what two rankings let guess. */
@Seeded
class TeamPreferenceTest {
  private static final List<String> GOOD = List.of("a", "c", "d", "b");
  private static final List<String> BAD = List.of("b", "d", "c", "a");
  private static final List<String> ARMS = List.of("bad", "good");

  @Test
  void of_secondArmBetter_isPreferredAndTheOtherWayRoundIsNot(RandomGenerator random) {
    List<ClickedList> log = mixed("e", BAD, GOOD, 2_000, random);
    TeamPreference found = TeamPreference.of(log, 1).getFirst();
    assertThat(found.arms()).isEqualTo(ARMS);
    assertThat(found.lists()).isEqualTo(2_000);
    assertThat(found.credit().low()).isPositive();
    assertThat(
            TeamPreference.of(mixed("e", GOOD, BAD, 2_000, random), 1).getFirst().credit().high())
        .isNegative();
  }

  @Test
  void of_severalExperiments_areToldApartAndListsOfNoneCountForNothing(RandomGenerator random) {
    List<ClickedList> log = new ArrayList<>(mixed("one", BAD, GOOD, 10, random));
    log.addAll(mixed("two", BAD, GOOD, 20, random));
    log.add(SimulatedShop.clicked(GOOD, random));
    assertThat(TeamPreference.of(log, 1)).extracting(TeamPreference::lists).containsExactly(10, 20);
    assertThat(TeamPreference.of(List.of(SimulatedShop.clicked(GOOD, random)), 1)).isEmpty();
  }

  @Test
  void of_placesThatNobodyPicked_countForNothing() {
    ClickedList.Place chosen = new ClickedList.Place("a", 1, true);
    ClickedList.Mix mix = new ClickedList.Mix("e", ARMS, List.of("", "good"));
    List<ClickedList> log = List.of(new ClickedList("q", List.of(chosen, chosen), mix));
    assertThat(TeamPreference.of(log, 1).getFirst().credit().difference()).isEqualTo(1);
  }

  @Test
  void mix_picksThatAreNotOneAPlace_areRefused() {
    ClickedList.Mix mix = new ClickedList.Mix("e", ARMS, List.of("good"));
    assertThatThrownBy(() -> new ClickedList("q", List.of(), mix)).hasMessageContaining("got 1");
  }

  private static List<ClickedList> mixed(
      String experiment,
      List<String> first,
      List<String> second,
      int lists,
      RandomGenerator random) {
    List<ClickedList> log = new ArrayList<>();
    for (int n = 0; n < lists; n++) {
      TeamDraft draft = TeamDraft.of(first, second, 4, random);
      ClickedList list = SimulatedShop.clicked(draft.shown(), random);
      List<String> picks = draft.ours().stream().map(ours -> ARMS.get(ours ? 0 : 1)).toList();
      log.add(
          new ClickedList(
              list.query(), list.places(), new ClickedList.Mix(experiment, ARMS, picks)));
    }
    return log;
  }
}
