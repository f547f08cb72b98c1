package io.xunbao.queryapi.rank;

import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.ScoreExplanation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A ranked window, and whatever follows it. */
public interface Ranked {
  /** All hits in their new order. */
  List<Hit> hits();

  /**
   * Where a hit's score comes from; empty for a hit behind the window.
   *
   * @return the parts add up to the score
   */
  Optional<ScoreExplanation> explain(Hit hit) throws IOException;

  /** The learned ranking of the window, for who logs its features; empty where no model ranked. */
  default Optional<LearnedRanking> learned() {
    return Optional.empty();
  }
}
