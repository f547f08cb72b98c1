package io.xunbao.ranker.eval.logged;

import io.xunbao.ranker.eval.logged.ClickedList.Place;
import io.xunbao.ranker.eval.simulate.OffPolicy;
import io.xunbao.ranker.eval.simulate.OffPolicy.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What rankings that were not shown would have earned, in choices a list, from a log of others.
 *
 * <p>By examination: a product is chosen as often as its place is looked at, and so it carries its
 * attraction to another place (position-based model; Joachims et al., WSDM 2017; doubly robust by
 * Oosterhuis, TOIS 2023). Works on any log whose propensities are right; a product that a list did
 * not show earns nothing there, so the estimate is a lower bound and {@link #unseen} says how much
 * may be missing.
 *
 * <p>By placement: a product counts only where the log put it at the very place, by how often it
 * did. Needs no model of the shopper, and a log that varies.
 *
 * <p>Attraction for the doubly robust estimates is learnt on the other half of the lists.
 */
public final class Counterfactual {
  private static final int HALVES = 2;

  private final List<ClickedList> lists = new ArrayList<>();
  private final Map<String, List<String>> target;
  private final List<Map<Item, double[]>> rates = List.of(new HashMap<>(), new HashMap<>());
  private final Map<Placement, Integer> placements = new HashMap<>();
  private final Map<String, Integer> shown = new HashMap<>();

  private record Item(String query, String product) {}

  private record Placement(Item item, int position) {}

  /**
   * Lists of queries that the target does not rank are left out.
   *
   * @param target products of each query in the order that is asked about
   * @throws IllegalArgumentException where the log has no list of the target's queries
   */
  public Counterfactual(List<ClickedList> log, Map<String, List<String>> target) {
    this.target = target;
    log.stream().filter(list -> target.containsKey(list.query())).forEach(this::learn);
    if (lists.isEmpty()) {
      throw new IllegalArgumentException(
          "the log must show lists of the ranking's queries, got "
              + log.size()
              + " lists of others; are the texts of the queries those that were typed?");
    }
  }

  private void learn(ClickedList list) {
    Map<Item, double[]> half = rates.get(lists.size() % HALVES);
    lists.add(list);
    shown.merge(list.query(), 1, Integer::sum);
    for (int k = 0; k < list.places().size(); k++) {
      Place place = list.places().get(k);
      Item item = new Item(list.query(), place.product());
      double[] of = half.computeIfAbsent(item, key -> new double[2]);
      of[0] += place.reward();
      of[1] += place.examination();
      placements.merge(new Placement(item, k), 1, Integer::sum);
    }
  }

  /** Lists that the estimates are made from. */
  public int size() {
    return lists.size();
  }

  /** What the lists earned as they were shown. */
  public OffPolicy asShown(long seed) {
    return OffPolicy.ips(
        lists.stream()
            .map(list -> list.places().stream().map(p -> new Slot(p.reward(), 1, 1, 0, 0)).toList())
            .toList(),
        seed);
  }

  /** Slots of the position-based model, a list each. */
  public List<List<Slot>> byExamination() {
    List<List<Slot>> slots = new ArrayList<>();
    for (int n = 0; n < lists.size(); n++) {
      slots.add(byExamination(n));
    }
    return slots;
  }

  private List<Slot> byExamination(int n) {
    List<Place> places = lists.get(n).places();
    List<String> wanted = wanted(lists.get(n));
    List<Slot> slots = new ArrayList<>();
    for (Place place : places) {
      int to = wanted.indexOf(place.product());
      double looked = to < 0 ? 0 : places.get(to).examination();
      double rate = rate(n, place.product());
      slots.add(
          new Slot(
              place.reward(),
              place.examination(),
              looked,
              rate * place.examination(),
              rate * looked));
    }
    List<String> seen = lists.get(n).products();
    for (int k = 0; k < wanted.size(); k++) {
      if (!seen.contains(wanted.get(k))) {
        double hoped = rate(n, wanted.get(k)) * places.get(k).examination();
        slots.add(new Slot(0, 1, 0, 0, hoped));
      }
    }
    return slots;
  }

  /**
   * Looks a list that the target gives to products that the list did not show: what it would earn
   * more, at most, where all of them were chosen.
   */
  public double unseen() {
    return lists.stream().mapToDouble(this::unseen).average().orElse(0);
  }

  private double unseen(ClickedList list) {
    List<String> wanted = wanted(list);
    List<String> seen = list.products();
    double looks = 0;
    for (int k = 0; k < wanted.size(); k++) {
      looks += seen.contains(wanted.get(k)) ? 0 : list.places().get(k).examination();
    }
    return looks;
  }

  /** Slots of what stood where, a list each. */
  public List<List<Slot>> byPlacement() {
    List<List<Slot>> slots = new ArrayList<>();
    for (int n = 0; n < lists.size(); n++) {
      List<Slot> of = new ArrayList<>();
      for (int k = 0; k < lists.get(n).places().size(); k++) {
        of.add(byPlacement(n, k));
      }
      slots.add(of);
    }
    return slots;
  }

  private Slot byPlacement(int n, int k) {
    ClickedList list = lists.get(n);
    Place place = list.places().get(k);
    List<String> wanted = wanted(list);
    String other = k < wanted.size() ? wanted.get(k) : "";
    return new Slot(
        place.reward(),
        often(list.query(), place.product(), k),
        other.equals(place.product()) ? 1 : 0,
        place.examination() * rate(n, place.product()),
        other.isEmpty() ? 0 : place.examination() * rate(n, other));
  }

  private double often(String query, String product, int position) {
    int times = placements.getOrDefault(new Placement(new Item(query, product), position), 0);
    return times / (double) shown.getOrDefault(query, 1);
  }

  /** Looks a list that the target gives to a product where the log never put it. */
  public double unplaced() {
    double looks = 0;
    for (ClickedList list : lists) {
      List<String> wanted = wanted(list);
      for (int k = 0; k < wanted.size(); k++) {
        boolean never = often(list.query(), wanted.get(k), k) == 0;
        looks += never ? list.places().get(k).examination() : 0;
      }
    }
    return looks / lists.size();
  }

  /** What the target would have shown in the place of a list: as many products at most. */
  private List<String> wanted(ClickedList list) {
    List<String> ranking = target.getOrDefault(list.query(), List.of());
    return ranking.subList(0, Math.min(ranking.size(), list.places().size()));
  }

  /** Attraction of a product as the other half of the lists shows it; 0 for an unknown one. */
  private double rate(int n, String product) {
    Item item = new Item(lists.get(n).query(), product);
    double[] of = rates.get((n + 1) % HALVES).get(item);
    return of == null ? 0 : Math.min(1, of[0] / of[1]);
  }
}
