package io.xunbao.ranker.eval.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    List<Seen> seen = seen(log, positions);
    double[] examination = new double[positions];
    Arrays.setAll(examination, k -> 1.0 / (k + 1));
    Map<Session.Item, Double> attraction = new HashMap<>();
    seen.forEach(s -> attraction.put(s.item(), 0.3));
    for (int round = 0; round < rounds; round++) {
      maximise(seen, examination, attraction);
    }
    return relative(examination);
  }

  /** An item at a position, over all sessions. */
  private record Seen(Session.Item item, int position, int clicks, int shown) {}

  private static void maximise(
      List<Seen> seen, double[] examination, Map<Session.Item, Double> attraction) {
    double[] looked = new double[examination.length];
    double[] times = new double[examination.length];
    Map<Session.Item, double[]> attracted = new HashMap<>();
    for (Seen s : seen) {
      double e = examination[s.position()];
      double a = attraction.getOrDefault(s.item(), 0.0);
      double missed = Math.max(1e-9, 1 - e * a);
      int without = s.shown() - s.clicks();
      looked[s.position()] += s.clicks() + without * e * (1 - a) / missed;
      times[s.position()] += s.shown();
      double[] sums = attracted.computeIfAbsent(s.item(), item -> new double[2]);
      sums[0] += s.clicks() + without * a * (1 - e) / missed;
      sums[1] += s.shown();
    }
    for (int k = 0; k < examination.length; k++) {
      examination[k] = times[k] == 0 ? examination[k] : looked[k] / times[k];
    }
    attracted.forEach((item, sums) -> attraction.put(item, sums[0] / sums[1]));
  }

  /**
   * Intervention harvesting (Agarwal et al., WSDM 2019): of items that were seen at a position and
   * at the one before it, the ratio of their click rates there, each item weighing as much at both.
   * Needs no model of attraction.
   *
   * @param positions how many are estimated
   */
  public static Propensities byHarvesting(List<Session> log, int positions) {
    Map<Session.Item, double[][]> items = new HashMap<>();
    for (Seen s : seen(log, positions)) {
      double[][] of = items.computeIfAbsent(s.item(), item -> new double[positions][2]);
      of[s.position()][0] += s.clicks();
      of[s.position()][1] += s.shown();
    }
    double[] examination = new double[positions];
    examination[0] = 1;
    for (int k = 1; k < positions; k++) {
      double here = 0;
      double before = 0;
      for (double[][] of : items.values()) {
        double shared = Math.min(of[k][1], of[k - 1][1]);
        if (shared > 0) {
          here += shared * of[k][0] / of[k][1];
          before += shared * of[k - 1][0] / of[k - 1][1];
        }
      }
      examination[k] = examination[k - 1] * (before == 0 ? 1 : here / before);
    }
    return relative(examination);
  }

  private static List<Seen> seen(List<Session> log, int positions) {
    if (positions < 1 || log.isEmpty()) {
      throw new IllegalArgumentException(
          "a log and positions >= 1 are needed, got "
              + log.size()
              + " sessions and "
              + positions
              + " positions");
    }
    Map<Session.Item, int[][]> counts = new HashMap<>();
    for (Session session : log) {
      for (int k = 0; k < Math.min(positions, session.shown().size()); k++) {
        int[][] of = counts.computeIfAbsent(session.item(k), item -> new int[positions][2]);
        of[k][0] += session.clicks().get(k) ? 1 : 0;
        of[k][1]++;
      }
    }
    List<Seen> seen = new ArrayList<>();
    counts.forEach(
        (item, of) -> {
          for (int k = 0; k < positions; k++) {
            if (of[k][1] > 0) {
              seen.add(new Seen(item, k, of[k][0], of[k][1]));
            }
          }
        });
    return seen;
  }

  private static Propensities relative(double[] examination) {
    double first = Math.max(SMALLEST, examination[0]);
    return new Propensities(Arrays.stream(examination).map(e -> e / first).boxed().toList());
  }
}
