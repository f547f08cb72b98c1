package io.xunbao.benchmarks.relevance;

import java.io.IOException;
import java.util.List;

/** Ranks the products of one set: the ids of the best for a query. */
interface Ranking {
  int DEPTH = 100;

  List<String> rank(String query) throws IOException;
}
