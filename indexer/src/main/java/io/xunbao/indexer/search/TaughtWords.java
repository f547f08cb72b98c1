package io.xunbao.indexer.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;

/**
 * The words that the best hits of one query share, and what they add to scores: nothing until they
 * are learnt. For use by one thread.
 */
final class TaughtWords {
  private final Feedback feedback;
  private final FeedbackSettings settings;
  private List<TermUse> words = List.of();

  /** What agreement counts in parts of a score by words. */
  private float scale;

  TaughtWords(Feedback feedback, FeedbackSettings settings) {
    this.feedback = feedback;
    this.settings = settings;
  }

  /**
   * Learns from the first hits and ranks them anew; the others follow as they were.
   *
   * @param most hits that are ranked again, at least 1
   */
  List<Hit> rerank(List<Hit> hits, int most) throws IOException {
    if (hits.size() < 2 || settings.weight() == 0) {
      return hits;
    }
    List<Hit> window = hits.subList(0, Math.min(most, hits.size()));
    List<TermUse> learnt = feedback.learn(window);
    float[] agreement = feedback.textScores(learnt, window);
    float best = 0;
    for (float a : agreement) {
      best = Math.max(best, a);
    }
    if (best == 0) {
      return hits;
    }
    words = learnt;
    scale = settings.weight() * window.getFirst().score() / best;
    List<Hit> ranked = new ArrayList<>(window.size());
    for (int i = 0; i < window.size(); i++) {
      Hit hit = window.get(i);
      float score = hit.score() + scale * agreement[i];
      ranked.add(new Hit(hit.id(), hit.document(), score, hit.key()));
    }
    List<Hit> sorted = HitOrder.byScore(ranked);
    sorted.addAll(hits.subList(window.size(), hits.size()));
    return Collections.unmodifiableList(sorted);
  }

  /** Adds to the scores of other hits what the words give them. */
  void addTo(float[] scores, List<Hit> hits) throws IOException {
    if (!words.isEmpty()) {
      float[] agreement = feedback.textScores(words, hits);
      for (int i = 0; i < scores.length; i++) {
        scores[i] += scale * agreement[i];
      }
    }
  }

  /** The words' part of a hit's score; empty where none were learnt. */
  Optional<ScoreExplanation> explain(IndexSearcher searcher, Hit hit) throws IOException {
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Explanations.sum(
                    "words of the best hits",
                    searcher.explain(feedback.query(words), hit.document()))
                .times(scale));
  }
}
