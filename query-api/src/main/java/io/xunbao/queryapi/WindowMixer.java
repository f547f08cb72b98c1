package io.xunbao.queryapi;

import io.xunbao.indexer.search.Deadline;
import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.QuerySession;
import io.xunbao.indexer.search.Retrieved;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.queryapi.SearchAnswer.Degradation;
import io.xunbao.queryapi.WindowRanker.Outcome;
import io.xunbao.queryapi.rank.MixedRanking;
import io.xunbao.queryapi.rank.Ranked;
import io.xunbao.queryapi.understand.Understood;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Ranks the window of one request as its {@link RankingPlan} says. Where one of two arms cannot
 * rank, the other's list is the answer, and the arm is named among the steps that were left out.
 */
final class WindowMixer {
  private final ProductSearcher searcher;
  private final RankingTools tools;
  private final Deadline deadline;
  private final Consumer<Degradation> degraded;

  /**
   * @param degraded hears of each step that was left out
   */
  WindowMixer(
      ProductSearcher searcher,
      RankingTools tools,
      Deadline deadline,
      Consumer<Degradation> degraded) {
    this.searcher = searcher;
    this.tools = tools;
    this.deadline = deadline;
    this.degraded = degraded;
  }

  /**
   * What an arm made.
   *
   * @param whole whether no step of it was left out
   */
  private record Attempt(RankerName arm, Outcome outcome, boolean whole) {}

  /** Ranks by the one ranker of a plan, or by both. */
  Outcome rank(
      RankingPlan plan,
      SearchRequest request,
      Understood query,
      QuerySession session,
      Retrieved found)
      throws IOException {
    boolean wordsAlone = plan.rankers().equals(List.of(RankerName.BM25));
    List<Hit> agreed = wordsAlone ? found.hits() : session.rerank(found.hits(), plan.window());
    List<Attempt> attempts = new ArrayList<>();
    for (RankerName arm : plan.rankers()) {
      List<Degradation> left = new ArrayList<>();
      Outcome outcome =
          new WindowRanker(searcher, tools, plan.window(), deadline, left::add)
              .rank(arm, request, query, session, found, agreed);
      left.forEach(degraded);
      boolean whole = left.stream().allMatch(step -> step.step().equals(WindowRanker.VECTORS));
      attempts.add(new Attempt(arm, outcome, whole));
    }
    List<Attempt> there = attempts.stream().filter(Attempt::whole).toList();
    if (there.size() > 1) {
      int window = Math.min(plan.window(), found.hits().size());
      return mixed(plan, there.getFirst(), there.getLast(), window, session);
    }
    return (there.isEmpty() ? attempts : there).getFirst().outcome();
  }

  private static Outcome mixed(
      RankingPlan plan, Attempt first, Attempt second, int window, QuerySession session) {
    List<Hit> hits = first.outcome().hits();
    int end = window + first.outcome().added();
    MixedRanking mixed =
        MixedRanking.of(
            arm(first, window, session),
            arm(second, window, session),
            hits.subList(end, hits.size()),
            plan.seed());
    Map<String, String> details = new LinkedHashMap<>();
    details.putAll(first.outcome().details());
    details.putAll(second.outcome().details());
    return new Outcome(
        first.outcome().ranker(),
        mixed.hits(),
        mixed,
        first.outcome().added() + second.outcome().added(),
        details);
  }

  private static MixedRanking.Arm arm(Attempt attempt, int window, QuerySession session) {
    Outcome outcome = attempt.outcome();
    Ranked ranked = outcome.ranked();
    MixedRanking.Explaining explaining =
        hit -> {
          Optional<ScoreExplanation> parts =
              ranked == null ? Optional.empty() : ranked.explain(hit);
          return parts.isPresent() ? parts.get() : session.explain(hit);
        };
    return new MixedRanking.Arm(
        attempt.arm().wireName(),
        outcome.hits().subList(0, window + outcome.added()),
        ranked,
        attempt.arm() == RankerName.BM25 ? session::explainWords : explaining);
  }
}
