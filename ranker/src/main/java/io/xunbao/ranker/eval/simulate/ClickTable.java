package io.xunbao.ranker.eval.simulate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A log of clicks with its items numbered, so that it can be counted again and again with other
 * weights of its sessions, as resampling does.
 */
public final class ClickTable {
  private final int positions;

  /** For each session and place the cell of its item and position. */
  private final int[][] cells;

  private final boolean[][] clicks;

  /** For each cell that was ever shown its item and its position. */
  private final int[] items;

  private final int[] places;

  /** For each cell that of the same item one position before, or -1. */
  private final int[] before;

  /**
   * @param positions how many positions count, 1 or more
   * @throws IllegalArgumentException if the log is empty
   */
  public ClickTable(List<Session> log, int positions) {
    if (positions < 1 || log.isEmpty()) {
      throw new IllegalArgumentException(
          "a log and positions >= 1 are needed, got "
              + log.size()
              + " sessions and "
              + positions
              + " positions");
    }
    this.positions = positions;
    cells = new int[log.size()][];
    clicks = new boolean[log.size()][];
    Map<Session.Item, Integer> itemNumbers = new HashMap<>();
    Map<Long, Integer> cellNumbers = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      Session session = log.get(i);
      int shown = Math.min(positions, session.shown().size());
      cells[i] = new int[shown];
      clicks[i] = new boolean[shown];
      for (int k = 0; k < shown; k++) {
        long item = itemNumbers.computeIfAbsent(session.item(k), key -> itemNumbers.size());
        cells[i][k] = cellNumbers.computeIfAbsent(item * positions + k, key -> cellNumbers.size());
        clicks[i][k] = session.clicks().get(k);
      }
    }
    items = new int[cellNumbers.size()];
    places = new int[cellNumbers.size()];
    cellNumbers.forEach(
        (key, cell) -> {
          items[cell] = (int) (key / positions);
          places[cell] = (int) (key % positions);
        });
    before = new int[items.length];
    cellNumbers.forEach(
        (key, cell) ->
            before[cell] = places[cell] == 0 ? -1 : cellNumbers.getOrDefault(key - 1, -1));
  }

  /** How many sessions the log has. */
  public int sessions() {
    return cells.length;
  }

  /** Each session once. */
  public int[] once() {
    int[] weights = new int[cells.length];
    Arrays.fill(weights, 1);
    return weights;
  }

  /**
   * Expectation maximisation of the position-based model; see {@link
   * Propensities#byExpectationMaximisation}.
   *
   * @param weights how often each session counts
   */
  public Propensities byExpectationMaximisation(int[] weights, int rounds) {
    Counts counts = count(weights);
    double[] examination = new double[positions];
    Arrays.setAll(examination, k -> 1.0 / (k + 1));
    double[] attraction = new double[Arrays.stream(items).max().orElse(-1) + 1];
    Arrays.fill(attraction, 0.3);
    for (int round = 0; round < rounds; round++) {
      maximise(counts, examination, attraction);
    }
    return Propensities.relative(examination);
  }

  private void maximise(Counts counts, double[] examination, double[] attraction) {
    double[] looked = new double[positions];
    double[] times = new double[positions];
    double[] attracted = new double[attraction.length];
    double[] seen = new double[attraction.length];
    for (int cell = 0; cell < items.length; cell++) {
      int shown = counts.shown()[cell];
      if (shown > 0) {
        int clicked = counts.clicked()[cell];
        double e = examination[places[cell]];
        double a = attraction[items[cell]];
        double without = (shown - clicked) / Math.max(1e-9, 1 - e * a);
        looked[places[cell]] += clicked + without * e * (1 - a);
        times[places[cell]] += shown;
        attracted[items[cell]] += clicked + without * a * (1 - e);
        seen[items[cell]] += shown;
      }
    }
    for (int k = 0; k < positions; k++) {
      examination[k] = times[k] == 0 ? examination[k] : looked[k] / times[k];
    }
    for (int item = 0; item < attraction.length; item++) {
      attraction[item] = seen[item] == 0 ? attraction[item] : attracted[item] / seen[item];
    }
  }

  /**
   * Intervention harvesting; see {@link Propensities#byHarvesting}.
   *
   * @param weights how often each session counts
   */
  public Propensities byHarvesting(int[] weights) {
    Counts counts = count(weights);
    double[] here = new double[positions];
    double[] there = new double[positions];
    for (int cell = 0; cell < items.length; cell++) {
      int other = before[cell];
      int shared = other < 0 ? 0 : Math.min(counts.shown()[cell], counts.shown()[other]);
      if (shared > 0) {
        here[places[cell]] += shared * counts.rate(cell);
        there[places[cell]] += shared * counts.rate(other);
      }
    }
    double[] examination = new double[positions];
    examination[0] = 1;
    for (int k = 1; k < positions; k++) {
      examination[k] = examination[k - 1] * (there[k] == 0 ? 1 : here[k] / there[k]);
    }
    return Propensities.relative(examination);
  }

  private Counts count(int[] weights) {
    if (weights.length != cells.length) {
      throw new IllegalArgumentException(
          "weights must be one a session, got " + weights.length + " for " + cells.length);
    }
    Counts counts = new Counts(new int[items.length], new int[items.length]);
    for (int i = 0; i < cells.length; i++) {
      for (int k = 0; k < cells[i].length; k++) {
        counts.shown()[cells[i][k]] += weights[i];
        counts.clicked()[cells[i][k]] += clicks[i][k] ? weights[i] : 0;
      }
    }
    return counts;
  }

  /** How often each cell was shown and clicked. */
  @SuppressWarnings("ArrayRecordComponent") // lives within a call and is never compared
  private record Counts(int[] shown, int[] clicked) {
    double rate(int cell) {
      return clicked[cell] / (double) shown[cell];
    }
  }
}
