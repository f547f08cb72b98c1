package io.xunbao.ranker.feature;

import java.util.List;

/**
 * A query as the features see it.
 *
 * @param terms its words in order
 * @param characters its length in code points
 * @param bigrams ids of its pairs of neighbouring characters, ascending, each once; empty where not
 *     computed
 */
public record RankingQuery(List<QueryTerm> terms, int characters, int[] bigrams) {
  public RankingQuery {
    terms = List.copyOf(terms);
    bigrams = bigrams.clone();
    if (characters < 0) {
      throw new IllegalArgumentException("characters must be >= 0, got " + characters);
    }
  }
}
