package io.xunbao.ranker.eval.simulate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Two rankings in one list by team draft (Radlinski, Kurup and Joachims 2008, "How Does
 * Clickthrough Data Reflect Retrieval Quality?"): in each round a coin says which ranker picks
 * first, and each picks its best product that is not in the list yet. A shorter draft of the same
 * coins is the beginning of a longer one. Serving mixes by it as simulations do.
 *
 * @param shown ids of the list
 * @param ours whether our ranker picked each
 */
public record TeamDraft(List<String> shown, List<Boolean> ours) {
  public TeamDraft {
    shown = List.copyOf(shown);
    ours = List.copyOf(ours);
  }

  /** Interleaves two rankings into a list of at most {@code length} products. */
  public static TeamDraft of(
      List<String> ours, List<String> theirs, int length, RandomGenerator random) {
    List<String> shown = new ArrayList<>();
    List<Boolean> picked = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Iterator<String> mine = ours.iterator();
    Iterator<String> other = theirs.iterator();
    boolean any = true;
    while (shown.size() < length && any) {
      boolean first = random.nextBoolean();
      any = false;
      for (boolean team : new boolean[] {first, !first}) {
        String pick = shown.size() < length ? next(team ? mine : other, taken) : null;
        if (pick != null) {
          taken.add(pick);
          shown.add(pick);
          picked.add(team);
          any = true;
        }
      }
    }
    return new TeamDraft(shown, picked);
  }

  /** The best that is left: what was passed over is taken, and stays so. */
  private static @Nullable String next(Iterator<String> ranking, Set<String> taken) {
    while (ranking.hasNext()) {
      String id = ranking.next();
      if (!taken.contains(id)) {
        return id;
      }
    }
    return null;
  }

  private static @Nullable String best(List<String> ranking, Set<String> taken) {
    return ranking.stream().filter(id -> !taken.contains(id)).findFirst().orElse(null);
  }

  /**
   * How probably our ranker picked each product of a list, where only the list is known. Given the
   * list the rounds are independent, so that each tells of its coin alone; products of the last,
   * cut round tell too.
   *
   * @return one share a product, in 0..1; empty where no draft of the two gives the list
   */
  public static Optional<double[]> shares(
      List<String> ours, List<String> theirs, List<String> shown) {
    double[] shares = new double[shown.size()];
    Set<String> taken = new HashSet<>();
    int from = 0;
    while (from < shown.size()) {
      List<Boolean> oursFirst = round(ours, theirs, shown.subList(from, shown.size()), taken, true);
      List<Boolean> theirsFirst =
          round(ours, theirs, shown.subList(from, shown.size()), taken, false);
      if (oursFirst.isEmpty() && theirsFirst.isEmpty()) {
        return Optional.empty();
      }
      List<Boolean> either = oursFirst.isEmpty() ? theirsFirst : oursFirst;
      List<Boolean> or = theirsFirst.isEmpty() ? oursFirst : theirsFirst;
      for (int i = 0; i < either.size(); i++) {
        shares[from + i] = ((either.get(i) ? 1 : 0) + (or.get(i) ? 1 : 0)) / 2.0;
      }
      taken.addAll(shown.subList(from, from + either.size()));
      from += either.size();
    }
    return Optional.of(shares);
  }

  /** Who picked in a round that begins like this; empty where it would not give these products. */
  private static List<Boolean> round(
      List<String> ours,
      List<String> theirs,
      List<String> shown,
      Set<String> before,
      boolean first) {
    Set<String> taken = new HashSet<>(before);
    List<Boolean> picked = new ArrayList<>();
    for (boolean team : new boolean[] {first, !first}) {
      String pick = best(team ? ours : theirs, taken);
      if (pick != null && picked.size() < shown.size()) {
        if (!pick.equals(shown.get(picked.size()))) {
          return List.of();
        }
        taken.add(pick);
        picked.add(team);
      }
    }
    return picked;
  }

  /** Clicks on our picks minus clicks on theirs. */
  public int credit(boolean[] clicks) {
    int credit = 0;
    for (int i = 0; i < shown.size(); i++) {
      credit += clicks[i] ? (ours.get(i) ? 1 : -1) : 0;
    }
    return credit;
  }
}
