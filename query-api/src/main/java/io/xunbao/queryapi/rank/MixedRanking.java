package io.xunbao.queryapi.rank;

import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.ranker.eval.simulate.TeamDraft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One window ranked by two rankers, in one list by team draft ({@link TeamDraft}); the hits behind
 * the window follow as they were. The same seed gives the same list. Scores are those of who
 * picked, so that they do not fall down the list.
 */
public final class MixedRanking implements Ranked {
  private final Map<String, Arm> picks = new HashMap<>();
  private final List<Arm> arms;
  private final List<Hit> hits;

  private MixedRanking(List<Arm> arms, List<Hit> behind, TeamDraft draft) {
    this.arms = List.copyOf(arms);
    Map<String, Hit> ours = arms.getFirst().byId();
    Map<String, Hit> theirs = arms.getLast().byId();
    List<Hit> mixed = new ArrayList<>();
    for (int i = 0; i < draft.shown().size(); i++) {
      String id = draft.shown().get(i);
      boolean first = draft.ours().get(i);
      Hit hit = (first ? ours : theirs).get(id);
      if (hit != null) {
        mixed.add(hit);
        picks.put(id, first ? arms.getFirst() : arms.getLast());
      }
    }
    mixed.addAll(behind);
    hits = List.copyOf(mixed);
  }

  /** Where the score of a hit comes from. */
  public interface Explaining {
    ScoreExplanation explain(Hit hit) throws IOException;
  }

  /**
   * One of the two.
   *
   * @param team its name
   * @param window what it ranked, best first
   * @param ranked what it ranked by; null where that was words alone
   * @param explaining explains a hit of the window
   */
  public record Arm(String team, List<Hit> window, @Nullable Ranked ranked, Explaining explaining) {
    public Arm {
      window = List.copyOf(window);
    }

    private List<String> ids() {
      return window.stream().map(Hit::id).toList();
    }

    private Map<String, Hit> byId() {
      Map<String, Hit> hits = new HashMap<>();
      window.forEach(hit -> hits.put(hit.id(), hit));
      return hits;
    }
  }

  /**
   * Mixes.
   *
   * @param behind what follows the window
   * @param seed of the coins
   */
  public static MixedRanking of(Arm first, Arm second, List<Hit> behind, long seed) {
    TeamDraft draft =
        TeamDraft.of(first.ids(), second.ids(), Integer.MAX_VALUE, new SplittableRandom(seed));
    return new MixedRanking(List.of(first, second), behind, draft);
  }

  @Override
  public List<Hit> hits() {
    return hits;
  }

  /** Who picked a product; empty for one behind the window. */
  public Optional<String> team(String product) {
    return Optional.ofNullable(picks.get(product)).map(Arm::team);
  }

  @Override
  public Optional<ScoreExplanation> explain(Hit hit) throws IOException {
    Arm arm = picks.get(hit.id());
    if (arm == null) {
      return Optional.empty();
    }
    ScoreExplanation score = arm.explaining().explain(hit);
    return Optional.of(
        new ScoreExplanation("picked by " + arm.team(), score.value(), List.of(score)));
  }

  @Override
  public Optional<LearnedRanking> learned() {
    return arms.stream()
        .flatMap(arm -> Stream.ofNullable(arm.ranked()))
        .flatMap(ranked -> ranked.learned().stream())
        .findFirst();
  }
}
