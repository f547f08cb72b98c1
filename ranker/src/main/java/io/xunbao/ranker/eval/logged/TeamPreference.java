package io.xunbao.ranker.eval.logged;

import io.xunbao.ranker.eval.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of two rankings shoppers prefer, from lists whose log says which of them picked each
 * product: choices are credited to who picked (Radlinski, Kurup and Joachims 2008), and nothing is
 * guessed.
 *
 * @param arms two names, in the order of the experiment
 * @param lists how many were mixed of the two and begin at the first position
 * @param credit choices a list of the second arm's products minus the first's
 */
public record TeamPreference(String experiment, List<String> arms, int lists, Comparison credit) {
  public TeamPreference {
    arms = List.copyOf(arms);
  }

  private record Teams(String experiment, List<String> arms) {}

  /**
   * One for each experiment in a log, in the order in which they begin; empty where it has none.
   */
  public static List<TeamPreference> of(List<ClickedList> log, long seed) {
    Map<Teams, List<Double>> credits = new LinkedHashMap<>();
    for (ClickedList list : log) {
      ClickedList.Mix mix = list.mix();
      if (mix != null) {
        credits
            .computeIfAbsent(new Teams(mix.experiment(), mix.arms()), teams -> new ArrayList<>())
            .add(credit(list, mix));
      }
    }
    List<TeamPreference> preferences = new ArrayList<>();
    credits.forEach(
        (teams, of) -> {
          double[] values = of.stream().mapToDouble(Double::doubleValue).toArray();
          preferences.add(
              new TeamPreference(
                  teams.experiment(),
                  teams.arms(),
                  values.length,
                  Comparison.of("credit", values, seed)));
        });
    return List.copyOf(preferences);
  }

  private static double credit(ClickedList list, ClickedList.Mix mix) {
    double credit = 0;
    for (int k = 0; k < list.places().size(); k++) {
      String pick = mix.picks().get(k);
      int sign =
          pick.equals(mix.arms().getLast()) ? 1 : pick.equals(mix.arms().getFirst()) ? -1 : 0;
      credit += sign * list.places().get(k).reward();
    }
    return credit;
  }
}
