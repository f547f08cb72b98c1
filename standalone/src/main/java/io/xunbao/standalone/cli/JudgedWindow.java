package io.xunbao.standalone.cli;

import io.xunbao.ranker.train.TrainingSet;
import java.util.List;

/**
 * The hits of a judged query that a model ranks.
 *
 * @param id the query's id
 * @param text what it asks, as typed
 * @param plain ids of the hits in the order of BM25
 * @param ids ids of the hits in the default order, one a row
 * @param rows their features and grades, one group
 */
record JudgedWindow(
    String id, String text, List<String> plain, List<String> ids, TrainingSet rows) {
  JudgedWindow {
    plain = List.copyOf(plain);
    ids = List.copyOf(ids);
  }
}
