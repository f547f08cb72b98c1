package io.xunbao.ranker.recommend;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All methods on the same cases.
 *
 * @param question what a case asks, in words
 * @param cutoff k of HR@k
 * @param results a method a row, in the order of training
 */
public record EvaluationTable(String question, int cutoff, List<MethodResult> results) {
  /** The methods that ours has to beat. */
  public static final Set<String> BASELINES = Set.of("popularity", "last-category", "item-knn");

  /** The name of the blend that everything measured may take part in. */
  static final String OURS = "ours (blend)";

  /** The name of what serving computes. */
  static final String SERVED = "served";

  public EvaluationTable {
    results = List.copyOf(results);
  }

  static EvaluationTable of(
      String question, int cutoff, List<ItemScorer> methods, List<Case> cases) {
    return new EvaluationTable(
        question, cutoff, methods.stream().map(m -> MethodResult.of(m, cases)).toList());
  }

  public int cases() {
    return results.getFirst().ranks().length;
  }

  /** The blend. */
  public MethodResult ours() {
    return named(OURS).orElseThrow();
  }

  /** What serving computes; empty where there were too few data to tune it. */
  public Optional<MethodResult> served() {
    return named(SERVED);
  }

  private Optional<MethodResult> named(String method) {
    return results.stream().filter(result -> result.method().equals(method)).findFirst();
  }

  /** The best of the baselines at the cutoff. */
  public MethodResult bestBaseline() {
    return results.stream()
        .filter(result -> BASELINES.contains(result.method()))
        .max(Comparator.comparingDouble(result -> result.hitRate(cutoff)))
        .orElseThrow();
  }
}
