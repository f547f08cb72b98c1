package io.xunbao.queryapi;

import io.xunbao.queryapi.understand.Homophones;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Answers to searches for nobody, the least recently asked for dropped first. A key holds all that
 * decides an answer, so that a new snapshot, word book or model makes new keys and nothing is ever
 * cleared. Law: an answer is what the search would have answered without it, but for how long it
 * took. Safe for use by several threads.
 */
final class AnswerCache {
  private final int most;
  private final Map<Key, SearchAnswer> answers;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /**
   * @param most answers that are kept, at least 0; 0 keeps none
   */
  AnswerCache(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("answers that are kept must be >= 0, got " + most);
    }
    this.most = most;
    this.answers = new LinkedHashMap<>(16, 0.75f, true);
  }

  /**
   * What decides an answer.
   *
   * @param request as it was typed
   * @param snapshot id of the snapshot that is searched
   * @param words version of the words of the index with the rules of its shop
   * @param homophones what spelling is mended by
   * @param learned version of the model that ranks, empty where none serves
   * @param embeddings version of the embedding, empty where none serves
   * @param withoutVectors products whose vectors are still being made
   */
  record Key(
      SearchRequest request,
      String snapshot,
      String words,
      Homophones homophones,
      String learned,
      String embeddings,
      int withoutVectors) {}

  /** Whether a request is for nobody, wants no account of how it was answered, and is not mixed. */
  boolean takes(SearchRequest request) {
    return most > 0
        && request.user() == null
        && !request.explain()
        && !request.trace()
        && request.impression() == null
        && (request.mixing() == null || request.mixing().seed() == null);
  }

  /** The answer that was kept. */
  Optional<SearchAnswer> get(Key key) {
    SearchAnswer known;
    synchronized (answers) {
      known = answers.get(key);
    }
    (known == null ? misses : hits).increment();
    return Optional.ofNullable(known);
  }

  /** Keeps an answer, unless a step of it was left out or it goes on with a mixed list. */
  void put(Key key, SearchAnswer answer) {
    if (!answer.degraded().isEmpty() || answer.mix() != null) {
      return;
    }
    synchronized (answers) {
      answers.put(key, answer);
      if (answers.size() > most) {
        answers.remove(answers.keySet().iterator().next());
      }
    }
  }

  AnswerCounts counts() {
    return new AnswerCounts(hits.sum(), misses.sum());
  }
}
