package io.xunbao.ranker.eval.simulate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Two rankings in one list by team draft (Radlinski et al., CIKM 2008): in each round a coin says
 * which ranker picks first, and each picks its best product that is not in the list yet.
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
    boolean any = true;
    while (shown.size() < length && any) {
      boolean first = random.nextBoolean();
      any = false;
      for (boolean team : new boolean[] {first, !first}) {
        String pick = best(team ? ours : theirs, taken);
        if (pick != null && shown.size() < length) {
          taken.add(pick);
          shown.add(pick);
          picked.add(team);
          any = true;
        }
      }
    }
    return new TeamDraft(shown, picked);
  }

  private static @org.jspecify.annotations.Nullable String best(
      List<String> ranking, Set<String> taken) {
    return ranking.stream().filter(id -> !taken.contains(id)).findFirst().orElse(null);
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
