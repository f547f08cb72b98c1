package io.xunbao.ranker.feature;

import java.util.List;
import java.util.Objects;

/** A query with the candidates that compete for its places, in the order of the first stage. */
public record RankingWindow(RankingQuery query, List<Candidate> candidates) {
  public RankingWindow {
    Objects.requireNonNull(query, "query");
    candidates = List.copyOf(candidates);
  }
}
