package io.xunbao.indexer.search;

import java.util.List;

/**
 * What was retrieved.
 *
 * @param hits in the query's order
 * @param total matching products, or a lower bound
 * @param totalExact whether {@code total} is the number itself
 * @param matching the policy that the hits were found with, never {@link Matching#STEPWISE}
 * @param partial whether the deadline passed before all products were seen
 */
public record Retrieved(
    List<Hit> hits, long total, boolean totalExact, Matching matching, boolean partial) {
  public Retrieved {
    hits = List.copyOf(hits);
  }
}
