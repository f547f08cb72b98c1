package io.xunbao.standalone.gate;

import io.xunbao.flinkjobs.products.SwapGate;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.queryapi.IndexSearchService;
import io.xunbao.queryapi.SearchAnswer.RankedHit;
import io.xunbao.queryapi.SearchRequest;
import io.xunbao.queryapi.SearchService;
import io.xunbao.ranker.eval.Evaluation;
import io.xunbao.ranker.eval.Metric;
import io.xunbao.ranker.eval.Metrics;
import io.xunbao.ranker.eval.Qrels;
import io.xunbao.ranker.eval.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compares the numbers of documents of two generations, and what they answer to the same queries:
 * how much of the top ten is the same, and with judgements how nDCG@10 changes. Both answer with
 * the default ranker, each with the words that it was cut with.
 */
public final class GenerationGate implements SwapGate {
  private static final int TOP = 10;
  private static final int EXAMPLES = 3;

  private final IndexDirectory index;
  private final GateLimits limits;
  private final Map<String, String> queries;
  private final Qrels judgements;

  /**
   * @param queries by id; none to compare the numbers of documents alone
   * @param judgements of these queries; none to compare the overlap alone
   * @throws IllegalArgumentException when there are judgements, but none of these queries
   */
  public GenerationGate(
      IndexDirectory index, GateLimits limits, Map<String, String> queries, Qrels judgements) {
    this.index = index;
    this.limits = limits;
    this.queries = new LinkedHashMap<>(queries);
    this.judgements = judgements;
    Set<String> judged = judgements.queries().keySet();
    if (!judged.isEmpty() && queries.keySet().stream().noneMatch(judged::contains)) {
      throw new IllegalArgumentException(
          "the judgements must be of the queries, but share no id with them: "
              + judged.iterator().next()
              + " is judged, the queries are "
              + String.join(", ", queries.keySet().stream().limit(EXAMPLES).toList()));
    }
  }

  @Override
  public List<Finding> compare(String served, String next) throws IOException {
    try (SearchService old = IndexSearchService.openNewest(index, served);
        SearchService now = IndexSearchService.openNewest(index, next)) {
      List<Finding> findings = new ArrayList<>();
      findings.add(documents(old.serving().products(), now.serving().products()));
      if (!queries.isEmpty()) {
        Run before = replay(old);
        Run after = replay(now);
        findings.add(overlap(before, after));
        if (!judgements.queries().isEmpty()) {
          findings.add(loss(before, after));
        }
      }
      return findings;
    }
  }

  private Finding documents(long before, long after) {
    double share = before == 0 ? 1 : (double) after / before;
    return new Finding(
        share >= limits.leastDocuments() && share <= limits.mostDocuments(),
        String.format(
            Locale.ROOT,
            "documents %,d -> %,d, ratio %.3f, must be in %s..%s",
            before,
            after,
            share,
            limits.leastDocuments(),
            limits.mostDocuments()));
  }

  private Run replay(SearchService service) {
    Map<String, List<Run.Scored>> answers = new LinkedHashMap<>();
    queries.forEach((id, query) -> answers.put(id, answer(service, query)));
    return new Run(answers);
  }

  private static List<Run.Scored> answer(SearchService service, String query) {
    SearchRequest request =
        SearchRequest.builder(query)
            .size(TOP)
            .facets(false)
            .deadline(SearchRequest.MAX_DEADLINE)
            .build();
    List<Run.Scored> scored = new ArrayList<>();
    for (RankedHit hit : service.search(request).hits()) {
      scored.add(new Run.Scored(hit.product().id(), hit.score()));
    }
    return scored;
  }

  /** Queries that the served generation answers with nothing are left out: they can only gain. */
  private Finding overlap(Run before, Run after) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (String query : queries.keySet()) {
      List<String> old = before.ranking(query);
      if (!old.isEmpty()) {
        Set<String> kept = new HashSet<>(old);
        kept.retainAll(after.ranking(query));
        shares.put(query, (double) kept.size() / old.size());
      }
    }
    double mean = shares.values().stream().mapToDouble(share -> share).average().orElse(0);
    return new Finding(
        !shares.isEmpty() && mean >= limits.leastOverlap(),
        String.format(
            Locale.ROOT,
            "top-10 overlap %.3f over %,d queries with hits, of which there must be one; must be >= %s%s",
            mean,
            shares.size(),
            limits.leastOverlap(),
            mostChanged(shares)));
  }

  private String mostChanged(Map<String, Double> shares) {
    List<String> changed =
        shares.entrySet().stream()
            .filter(share -> share.getValue() < 1)
            .sorted(Map.Entry.comparingByValue())
            .limit(EXAMPLES)
            .map(
                share ->
                    String.format(
                        Locale.ROOT, "%s (%.1f)", queries.get(share.getKey()), share.getValue()))
            .toList();
    return changed.isEmpty() ? "" : "; most changed: " + String.join(", ", changed);
  }

  private Finding loss(Run before, Run after) {
    Metric ndcg = Metrics.ndcg(TOP);
    double old = mean(before, ndcg);
    double now = mean(after, ndcg);
    return new Finding(
        old - now <= limits.mostLoss(),
        String.format(
            Locale.ROOT,
            "%s %.4f -> %.4f, may lose at most %s",
            ndcg.name(),
            old,
            now,
            limits.mostLoss()));
  }

  private double mean(Run run, Metric metric) {
    return Evaluation.of(judgements, run, List.of(metric))
        .only(queries.keySet())
        .mean(metric.name());
  }
}
