package io.xunbao.ranker.eval.simulate;

import java.util.Arrays;
import java.util.List;

/**
 * How much each position is looked at, relative to the first, as estimated from a log of clicks.
 *
 * @param of one a position; the first is 1
 */
public record Propensities(List<Double> of) {
  private static final double SMALLEST = 0.01;

  public Propensities {
    of = List.copyOf(of);
  }

  /** The propensity of a position, from 0, at least a hundredth so that it can be divided by. */
  public double at(int position) {
    return Math.max(SMALLEST, of.get(Math.min(position, of.size() - 1)));
  }

  /**
   * Expectation maximisation of the position-based model (Wang et al., WSDM 2018, with one
   * attraction an item in place of a regression): clicks without a click tell in part of positions
   * that were not looked at and in part of products that do not attract, and each round shares them
   * out anew. Needs items that are seen at several positions.
   *
   * @param positions how many are estimated
   */
  public static Propensities byExpectationMaximisation(
      List<Session> log, int positions, int rounds) {
    ClickTable table = new ClickTable(log, positions);
    return table.byExpectationMaximisation(table.once(), rounds);
  }

  /**
   * Intervention harvesting (Agarwal et al., WSDM 2019): of items that were seen at a position and
   * at the one before it, the ratio of their click rates there, each item weighing as much at both.
   * Needs no model of attraction.
   *
   * @param positions how many are estimated
   */
  public static Propensities byHarvesting(List<Session> log, int positions) {
    ClickTable table = new ClickTable(log, positions);
    return table.byHarvesting(table.once());
  }

  static Propensities relative(double[] examination) {
    double first = Math.max(SMALLEST, examination[0]);
    return new Propensities(Arrays.stream(examination).map(e -> e / first).boxed().toList());
  }
}
