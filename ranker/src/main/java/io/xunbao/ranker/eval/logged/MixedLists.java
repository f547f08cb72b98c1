package io.xunbao.ranker.eval.logged;

import io.xunbao.ranker.eval.Judgements;
import io.xunbao.ranker.eval.Qrels;
import io.xunbao.ranker.eval.Run;
import io.xunbao.ranker.eval.simulate.ClickModel;
import io.xunbao.ranker.eval.simulate.TeamDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Lists that are mixed of two runs, with the clicks of shoppers whose taste is known. */
public final class MixedLists {
  private final Qrels taste;
  private final int length;

  /**
   * @param taste grades 0 to 3; a product without one attracts as grade 0 does
   * @param length products a list
   */
  public MixedLists(Qrels taste, int length) {
    this.taste = Objects.requireNonNull(taste, "taste");
    this.length = length;
  }

  /**
   * So many lists a judged query that both runs answer.
   *
   * @throws IllegalArgumentException where a grade is above 3
   */
  public List<ClickedList> simulate(
      Run ours, Run theirs, ClickModel.PositionBased shoppers, int times, RandomGenerator random) {
    List<ClickedList> lists = new ArrayList<>();
    taste
        .queries()
        .forEach(
            (query, judged) -> {
              if (!ours.ranking(query).isEmpty() && !theirs.ranking(query).isEmpty()) {
                for (int n = 0; n < times; n++) {
                  TeamDraft draft =
                      TeamDraft.of(ours.ranking(query), theirs.ranking(query), length, random);
                  lists.add(clicked(query, draft.shown(), judged, shoppers, random));
                }
              }
            });
    return lists;
  }

  private static ClickedList clicked(
      String query,
      List<String> shown,
      Judgements judged,
      ClickModel.PositionBased shoppers,
      RandomGenerator random) {
    int[] grades = shown.stream().mapToInt(judged::grade).toArray();
    for (int grade : grades) {
      if (grade >= ClickModel.ATTRACTION.size()) {
        throw new IllegalArgumentException("grade must be in 0..3 to simulate, got " + grade);
      }
    }
    boolean[] clicks = shoppers.clicks(grades, random);
    List<ClickedList.Place> places = new ArrayList<>();
    for (int k = 0; k < clicks.length; k++) {
      places.add(new ClickedList.Place(shown.get(k), shoppers.examination(k), clicks[k]));
    }
    return new ClickedList(query, places);
  }

  /** The rankings of a run by query. */
  public static Map<String, List<String>> rankings(Run run) {
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    run.queries().keySet().forEach(query -> rankings.put(query, run.ranking(query)));
    return rankings;
  }
}
