package io.xunbao.ranker.eval;

import java.util.List;
import java.util.OptionalDouble;

/** A measure of one ranking against the judgements of its query; larger is better. */
public interface Metric {
  /** Name with its cutoff, such as {@code nDCG@10}. */
  String name();

  /**
   * The value for one query.
   *
   * @param ranking document ids, best first, each at most once
   * @return empty where the metric is undefined for the query, which then stays out of the mean
   */
  OptionalDouble of(List<String> ranking, Judgements judgements);
}
