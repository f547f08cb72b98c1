package io.xunbao.ranker.eval;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The metrics of one run. Queries whose judgements have no gain are left out; a judged query that
 * the run does not answer counts with an empty ranking.
 *
 * @param metrics names of the metrics, in the order asked for
 * @param queries query id to the values of the metrics that are defined for it, by name
 */
public record Evaluation(List<String> metrics, Map<String, Map<String, Double>> queries) {
  public Evaluation {
    metrics = List.copyOf(metrics);
    queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
  }

  /** Measures a run. */
  public static Evaluation of(Qrels qrels, Run run, List<Metric> metrics) {
    Map<String, Map<String, Double>> queries = new LinkedHashMap<>();
    qrels
        .queries()
        .forEach(
            (query, judged) -> {
              if (judged.hasIdeal()) {
                queries.put(query, values(run.ranking(query), judged, metrics));
              }
            });
    return new Evaluation(metrics.stream().map(Metric::name).toList(), queries);
  }

  private static Map<String, Double> values(
      List<String> ranking, Judgements judged, List<Metric> metrics) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      OptionalDouble value = metric.of(ranking, judged);
      value.ifPresent(v -> values.put(metric.name(), v));
    }
    return Collections.unmodifiableMap(values);
  }

  /** The mean over the queries for which the metric is defined; 0 where there is none. */
  public double mean(String metric) {
    return Arrays.stream(values(metric)).average().orElse(0);
  }

  /** The mean with its bootstrap interval over queries, from 10,000 draws. */
  public Interval interval(String metric, long seed) {
    return Interval.ofMean(values(metric), new SplittableRandom(seed));
  }

  private double[] values(String metric) {
    requireKnown(metric);
    return queries.values().stream()
        .filter(values -> values.containsKey(metric))
        .mapToDouble(values -> values.getOrDefault(metric, 0.0))
        .toArray();
  }

  /** The means of all metrics by name. */
  public Map<String, Double> means() {
    Map<String, Double> means = new LinkedHashMap<>();
    metrics.forEach(metric -> means.put(metric, mean(metric)));
    return means;
  }

  /** The same evaluation over some of the queries. */
  public Evaluation only(Set<String> wanted) {
    Map<String, Map<String, Double>> kept = new LinkedHashMap<>(queries);
    kept.keySet().retainAll(wanted);
    return new Evaluation(metrics, kept);
  }

  private void requireKnown(String metric) {
    if (!metrics.contains(metric)) {
      throw new IllegalArgumentException(
          "metric must be one of " + String.join(", ", metrics) + ", got " + metric);
    }
  }
}
