package io.xunbao.ranker.eval;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;

/** The metrics and their definitions. */
public final class Metrics {
  private Metrics() {}

  /** What {@code eval} prints, in its order. */
  public static List<Metric> standard() {
    return List.of(
        ndcg(10), condensedNdcg(10), reciprocalRank(10), precision(10), recall(100), judged(10));
  }

  /**
   * Normalised discounted cumulative gain with gain {@code 2^grade - 1} and discount {@code
   * log2(rank + 1)} (Burges et al., ICML 2005); the ideal is taken from all judged documents.
   */
  public static Metric ndcg(int cutoff) {
    return new Defined("nDCG", cutoff, (ranking, judged) -> Gain.ndcg(ranking, judged, cutoff));
  }

  /** nDCG of the ranking without its unjudged documents (Sakai, SIGIR 2007). */
  public static Metric condensedNdcg(int cutoff) {
    return new Defined(
        "condensed-nDCG",
        cutoff,
        (ranking, judged) ->
            Gain.ndcg(ranking.stream().filter(judged::isJudged).toList(), judged, cutoff));
  }

  /**
   * The highest nDCG that could come out if each unjudged document above the cutoff had either the
   * given grade or none; with the plain nDCG it brackets what the missing judgements can change. At
   * most 1, since the ideal counts those documents too.
   */
  public static Metric ndcgUpperBound(int cutoff, int grade) {
    return new Defined(
        "nDCG-upper", cutoff, (ranking, judged) -> Gain.upperBound(ranking, judged, cutoff, grade));
  }

  /** One over the rank of the first relevant document; 0 where there is none above the cutoff. */
  public static Metric reciprocalRank(int cutoff) {
    return new Defined("MRR", cutoff, (ranking, judged) -> firstRelevant(ranking, judged, cutoff));
  }

  /** The share of relevant documents among {@code cutoff} places; empty places count against it. */
  public static Metric precision(int cutoff) {
    return new Defined(
        "P", cutoff, (ranking, judged) -> relevant(ranking, judged, cutoff) / (double) cutoff);
  }

  /** The share of the relevant documents that is found; undefined where there is none. */
  public static Metric recall(int cutoff) {
    return new Defined(
        "recall",
        cutoff,
        (ranking, judged) ->
            judged.relevant() == 0
                ? Double.NaN
                : relevant(ranking, judged, cutoff) / (double) judged.relevant());
  }

  /** The share of the results above the cutoff that has a grade; 0 for an empty ranking. */
  public static Metric judged(int cutoff) {
    return new Defined(
        "judged",
        cutoff,
        (ranking, judged) ->
            ranking.stream().limit(cutoff).filter(judged::isJudged).count()
                / (double) Math.max(1, Math.min(cutoff, ranking.size())));
  }

  /**
   * Expected reciprocal rank: the shopper walks down the list and stops at a document with
   * probability {@code (2^grade - 1) / 2^maxGrade} (Chapelle et al., CIKM 2009).
   */
  public static Metric expectedReciprocalRank(int cutoff, int maxGrade) {
    return new Defined(
        "ERR", cutoff, (ranking, judged) -> Gain.err(ranking, judged, cutoff, maxGrade));
  }

  private static double firstRelevant(List<String> ranking, Judgements judged, int cutoff) {
    for (int i = 0; i < Math.min(cutoff, ranking.size()); i++) {
      if (judged.isRelevant(ranking.get(i))) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  private static long relevant(List<String> ranking, Judgements judged, int cutoff) {
    return ranking.stream().limit(cutoff).filter(judged::isRelevant).count();
  }

  /** A metric by its formula, which answers NaN where it is undefined. */
  private record Defined(
      String family, int cutoff, ToDoubleBiFunction<List<String>, Judgements> formula)
      implements Metric {
    Defined {
      if (cutoff < 1) {
        throw new IllegalArgumentException("cutoff must be >= 1, got " + cutoff);
      }
    }

    @Override
    public String name() {
      return family + "@" + cutoff;
    }

    @Override
    public OptionalDouble of(List<String> ranking, Judgements judgements) {
      double value = formula.applyAsDouble(ranking, judgements);
      return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
  }
}
