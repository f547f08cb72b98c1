package io.xunbao.benchmarks.relevance;

import io.xunbao.ranker.eval.simulate.ClickModel;
import io.xunbao.ranker.eval.simulate.OffPolicy;
import io.xunbao.ranker.eval.simulate.Propensities;
import io.xunbao.ranker.eval.simulate.Session;
import io.xunbao.ranker.train.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Lists of a ranker over graded rows with the clicks of position-based shoppers. Three lists in ten
 * are in any order, so that chances are known and positions can be told from products.
 */
final class SimulatedLog {
  /** Products a list. */
  static final int SHOWN = 10;

  private static final double EXPLORES = 0.3;
  private static final ClickModel.PositionBased SHOPPERS = ClickModel.positionBased(SHOWN, 1);

  /** Click rates of attraction half way between two grades. */
  private static final double[] GRADE_BOUNDS = {0.125, 0.35, 0.7};

  private final TrainingSet rows;
  private final List<List<Integer>> served;
  private final List<List<Integer>> shown = new ArrayList<>();
  private final List<Integer> queries = new ArrayList<>();
  private final List<Session> sessions = new ArrayList<>();

  private SimulatedLog(TrainingSet rows, List<List<Integer>> served) {
    this.rows = rows;
    this.served = served;
  }

  /** Shows each query's list so many times. */
  static SimulatedLog of(TrainingSet rows, double[] scores, int times, long seed) {
    SimulatedLog log = new SimulatedLog(rows, lists(rows, scores));
    RandomGenerator random = new SplittableRandom(seed);
    for (int time = 0; time < times; time++) {
      for (int query = 0; query < log.served.size(); query++) {
        List<Integer> list = new ArrayList<>(log.served.get(query));
        if (random.nextDouble() < EXPLORES) {
          Collections.shuffle(list, new Random(random.nextLong()));
        }
        log.show(query, list, random);
      }
    }
    return log;
  }

  private void show(int query, List<Integer> list, RandomGenerator random) {
    int[] grades =
        list.stream().mapToInt(row -> rows.grades()[row]).map(SimulatedLog::known).toArray();
    boolean[] clicks = SHOPPERS.clicks(grades, random);
    shown.add(list);
    queries.add(query);
    sessions.add(
        new Session(
            Integer.toString(query),
            list.stream().map(row -> Integer.toString(row)).toList(),
            IntStream.range(0, clicks.length).mapToObj(i -> clicks[i]).toList()));
  }

  /** The data have grades to 4, shoppers know 3. */
  private static int known(int grade) {
    return Math.min(3, grade);
  }

  private static List<List<Integer>> lists(TrainingSet rows, double[] scores) {
    List<List<Integer>> lists = new ArrayList<>();
    int from = 0;
    for (int size : rows.sizes()) {
      lists.add(
          IntStream.range(from, from + size)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer row) -> scores[row]).reversed())
              .limit(SHOWN)
              .toList());
      from += size;
    }
    return lists;
  }

  List<Session> sessions() {
    return sessions;
  }

  /** What the shoppers look at. */
  Propensities truth() {
    return new Propensities(SHOPPERS.examination());
  }

  /** Click rates over the chances to be looked at. */
  private Map<Integer, Double> rates(Propensities propensities) {
    Map<Integer, double[]> sums = new HashMap<>();
    for (int n = 0; n < shown.size(); n++) {
      for (int k = 0; k < shown.get(n).size(); k++) {
        double[] of = sums.computeIfAbsent(shown.get(n).get(k), row -> new double[2]);
        of[0] += sessions.get(n).clicks().get(k) ? 1 : 0;
        of[1] += propensities.at(k);
      }
    }
    Map<Integer, Double> rates = new HashMap<>();
    sums.forEach((row, of) -> rates.put(row, of[0] / of[1]));
    return rates;
  }

  /** The rows graded by their clicks; a row that was never shown has grade 0. */
  TrainingSet graded(Propensities propensities) {
    Map<Integer, Double> rates = rates(propensities);
    int[] grades = new int[rows.rows()];
    rates.forEach(
        (row, rate) ->
            grades[row] = (int) Arrays.stream(GRADE_BOUNDS).filter(bound -> rate > bound).count());
    return new TrainingSet(rows.matrix(), grades, rows.groups(), rows.sizes());
  }

  /** The first lists of each query as groups, rows in the order shown, clicks as labels. */
  TrainingSet lists(int times) {
    List<TrainingSet> groups = new ArrayList<>();
    int columns = rows.matrix().columns();
    int most = Math.min(shown.size(), times * served.size());
    for (int n = 0; n < most; n++) {
      List<Integer> list = shown.get(n);
      double[] values = new double[list.size() * columns];
      int[] labels = new int[list.size()];
      for (int k = 0; k < labels.length; k++) {
        System.arraycopy(
            rows.matrix().values(), list.get(k) * columns, values, k * columns, columns);
        labels[k] = sessions.get(n).clicks().get(k) ? 1 : 0;
      }
      groups.add(
          new TrainingSet(
              new io.xunbao.ranker.feature.FeatureMatrix(rows.schema(), labels.length, values),
              labels,
              List.of("list-" + n),
              new int[] {labels.length}));
    }
    return TrainingSet.join(rows.schema(), groups);
  }

  private double expected(int row, int position) {
    return SHOPPERS.examination(position) * ClickModel.ATTRACTION.get(known(rows.grades()[row]));
  }

  /** The products that were served, in the order of other scores. */
  private List<Integer> target(int query, double[] scores) {
    return served.get(query).stream()
        .sorted(Comparator.comparingDouble((Integer row) -> scores[row]).reversed())
        .toList();
  }

  /** Clicks a list that the products earn in the order of some scores. */
  double value(double[] scores) {
    return IntStream.range(0, served.size())
        .mapToDouble(query -> value(target(query, scores)))
        .average()
        .orElse(0);
  }

  private double value(List<Integer> list) {
    return IntStream.range(0, list.size()).mapToDouble(k -> expected(list.get(k), k)).sum();
  }

  /** Clicks a list of the ranker in service. */
  double loggedValue() {
    return served.stream().mapToDouble(this::value).average().orElse(0);
  }

  /** What an off-policy estimate of the order of some scores sees of the log. */
  List<List<OffPolicy.Slot>> slots(double[] scores, Propensities propensities) {
    Map<Integer, Double> rates = rates(propensities);
    List<List<OffPolicy.Slot>> slots = new ArrayList<>();
    for (int n = 0; n < shown.size(); n++) {
      List<Integer> list = shown.get(n);
      List<Integer> base = served.get(queries.get(n));
      List<Integer> target = target(queries.get(n), scores);
      List<OffPolicy.Slot> of = new ArrayList<>();
      for (int k = 0; k < list.size(); k++) {
        double logged =
            EXPLORES / list.size() + (base.get(k).equals(list.get(k)) ? 1 - EXPLORES : 0);
        of.add(
            new OffPolicy.Slot(
                sessions.get(n).clicks().get(k) ? 1 : 0,
                logged,
                target.get(k).equals(list.get(k)) ? 1 : 0,
                propensities.at(k) * rates.getOrDefault(list.get(k), 0.0),
                propensities.at(k) * rates.getOrDefault(target.get(k), 0.0)));
      }
      slots.add(of);
    }
    return slots;
  }
}
