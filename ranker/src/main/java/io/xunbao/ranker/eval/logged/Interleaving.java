package io.xunbao.ranker.eval.logged;

import io.xunbao.ranker.eval.Comparison;
import io.xunbao.ranker.eval.simulate.TeamDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of two rankings shoppers prefer, from lists that were mixed of both by team draft.
 *
 * @param lists lists that a draft of the two can be
 * @param others lists of their queries that no draft of the two gives, such as those of either
 *     ranking alone; they count for nothing
 * @param credit choices a list of our products minus theirs
 */
public record Interleaving(int lists, int others, Comparison credit) {
  /**
   * Judges a log. Who picked a product need not be logged: the two rankings say how probably each
   * did, and that share is what a choice credits.
   *
   * @param ours ranking of each query, best first
   * @param theirs the same of the other ranker
   * @throws IllegalArgumentException where no list is a draft of the two
   */
  public static Interleaving of(
      List<ClickedList> log,
      Map<String, List<String>> ours,
      Map<String, List<String>> theirs,
      long seed) {
    List<Double> credits = new ArrayList<>();
    int others = 0;
    for (ClickedList list : log) {
      List<String> mine = ours.get(list.query());
      List<String> other = theirs.get(list.query());
      if (mine != null && other != null) {
        Optional<double[]> shares = TeamDraft.shares(mine, other, list.products());
        shares.ifPresent(of -> credits.add(credit(list, of)));
        others += shares.isPresent() ? 0 : 1;
      }
    }
    if (credits.isEmpty()) {
      throw new IllegalArgumentException(
          "no list in the log is a team draft of the two rankings ("
              + others
              + " lists of their queries are none); show mixed lists, or name the runs that were"
              + " mixed");
    }
    double[] values = credits.stream().mapToDouble(Double::doubleValue).toArray();
    return new Interleaving(values.length, others, Comparison.of("credit", values, seed));
  }

  private static double credit(ClickedList list, double[] shares) {
    double credit = 0;
    for (int k = 0; k < shares.length; k++) {
      credit += list.places().get(k).reward() * (2 * shares[k] - 1);
    }
    return credit;
  }
}
