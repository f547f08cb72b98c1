package io.xunbao.queryapi;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.search.Vocabulary;
import io.xunbao.queryapi.recommend.RecommendRequest;
import io.xunbao.queryapi.recommend.Recommendations;
import java.io.Closeable;
import java.util.Optional;

/** Answers searches from the published snapshot of an index. Safe for use by several threads. */
public interface SearchService extends Closeable {
  /**
   * Answers one request from one snapshot.
   *
   * @throws InvalidRequest when the request's cursor is not one of this service's, or is stale
   */
  SearchAnswer search(SearchRequest request);

  /** The product of an id, with its newest numbers; empty when the snapshot has none. */
  Optional<Product> product(String id);

  /** The names and words of the products of the snapshot; for completions, not for each request. */
  Vocabulary vocabulary();

  /** What is being served right now. */
  Serving serving();

  /** Products for a shopper, or that go with others. */
  Recommendations recommend(RecommendRequest request);

  /** The models that serve right now beside words. */
  default ServedModels models() {
    return ServedModels.NONE;
  }

  /** How the cache of answers has done. */
  default AnswerCounts answers() {
    return AnswerCounts.NONE;
  }

  /**
   * The state for health reports.
   *
   * @param snapshot the published snapshot's id
   * @param products live products in it
   * @param lexicon version of the words that the index is cut with
   * @param words version of these words with the shop's stop words and synonyms
   */
  record Serving(String snapshot, long products, String lexicon, String words) {}
}
