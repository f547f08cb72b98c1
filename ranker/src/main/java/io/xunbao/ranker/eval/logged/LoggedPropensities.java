package io.xunbao.ranker.eval.logged;

import io.xunbao.ranker.eval.Interval;
import io.xunbao.ranker.eval.simulate.ClickTable;
import io.xunbao.ranker.eval.simulate.Propensities;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How much each position of logged lists is looked at, with intervals over the lists. */
public final class LoggedPropensities {
  private static final int RESAMPLES = 200;
  private static final int ROUNDS = 50;

  private final ClickTable log;
  private final List<ClickedList> lists;
  private final int positions;

  /**
   * @param positions how many are estimated
   */
  public LoggedPropensities(List<ClickedList> lists, int positions) {
    this.lists = List.copyOf(lists);
    this.log = new ClickTable(lists.stream().map(ClickedList::session).toList(), positions);
    this.positions = positions;
  }

  /**
   * One position, all chances relative to the first.
   *
   * @param logged mean of what was logged when it was shown
   */
  public record Position(
      int position, int shown, int clicks, double logged, Interval em, Interval harvested) {}

  /** By expectation maximisation. */
  public Propensities byExpectationMaximisation() {
    return log.byExpectationMaximisation(log.once(), ROUNDS);
  }

  /** By intervention harvesting. */
  public Propensities byHarvesting() {
    return log.byHarvesting(log.once());
  }

  /** Both estimates at every position, first position first. */
  public List<Position> table(long seed) {
    Propensities em = byExpectationMaximisation();
    Propensities harvested = byHarvesting();
    SplittableRandom random = new SplittableRandom(seed);
    double[][] ems = new double[positions][RESAMPLES];
    double[][] harvests = new double[positions][RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      int[] drawn = new int[log.sessions()];
      for (int n = 0; n < drawn.length; n++) {
        drawn[random.nextInt(drawn.length)]++;
      }
      Propensities one = log.byExpectationMaximisation(drawn, ROUNDS);
      Propensities other = log.byHarvesting(drawn);
      for (int k = 0; k < positions; k++) {
        ems[k][i] = one.at(k);
        harvests[k][i] = other.at(k);
      }
    }
    List<Position> table = new ArrayList<>();
    for (int k = 0; k < positions; k++) {
      table.add(
          position(k, Interval.of(em.at(k), ems[k]), Interval.of(harvested.at(k), harvests[k])));
    }
    return table;
  }

  private Position position(int k, Interval em, Interval harvested) {
    int shown = 0;
    int clicks = 0;
    double logged = 0;
    double first = 0;
    for (ClickedList list : lists) {
      if (k < list.places().size()) {
        shown++;
        clicks += list.places().get(k).chosen() ? 1 : 0;
        logged += list.places().get(k).examination();
        first += list.places().getFirst().examination();
      }
    }
    return new Position(
        k + 1, shown, clicks, shown == 0 ? Double.NaN : logged / first, em, harvested);
  }

  /**
   * The eta of {@link io.xunbao.ranker.feedback.Examination} that fits propensities best: least
   * squares of their logarithms, each position weighing as often as it was shown.
   */
  public double eta(Propensities propensities) {
    double above = 0;
    double below = 0;
    for (int k = 1; k < positions; k++) {
      int place = k;
      double weight = lists.stream().filter(list -> place < list.places().size()).count();
      double x = Math.log(k + 1);
      above -= weight * x * Math.log(propensities.at(k));
      below += weight * x * x;
    }
    return below == 0 ? 0 : Math.max(0, above / below);
  }
}
