package io.xunbao.queryapi.rank;

import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.Matching;
import io.xunbao.indexer.search.QuerySession;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.queryapi.vectors.SnapshotVectors;
import io.xunbao.ranker.blas.Matrix;
import io.xunbao.ranker.embed.BestRows.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A window ranked by words and likeness in meaning: score = words / best words + likeness * cosine.
 * The window is that of the words, and the nearest products that no word matches. Scores are
 * normalised by the best because scores of words have no common scale from query to query (Bruch,
 * Gai and Ingber 2023, "An Analysis of Fusion Functions for Hybrid Retrieval").
 */
public final class HybridRanking implements Ranked {
  private final QuerySession session;
  private final HybridSettings settings;
  private final float best;
  private final Map<String, Float> cosines = new HashMap<>();
  private final List<Hit> hits;
  private final int added;

  private HybridRanking(
      QuerySession session,
      HybridSettings settings,
      List<Hit> window,
      float[] likeness,
      List<Hit> behind,
      int added) {
    this.session = session;
    this.settings = settings;
    this.best = Math.max(Float.MIN_NORMAL, best(window));
    this.added = added;
    List<Hit> ranked = new ArrayList<>();
    for (int i = 0; i < window.size(); i++) {
      Hit hit = window.get(i);
      cosines.put(hit.id(), likeness[i]);
      float score = hit.score() / best + settings.likeness() * likeness[i];
      ranked.add(new Hit(hit.id(), hit.document(), score, hit.key()));
    }
    ranked.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id));
    ranked.addAll(behind);
    hits = List.copyOf(ranked);
  }

  /**
   * Ranks hits.
   *
   * @param query the query's vector, of length 1
   * @param matching the policy that the hits were found with
   * @param hits the window, and whatever follows it
   * @param window how many hits the window has at most
   */
  public static HybridRanking of(
      QuerySession session,
      SnapshotVectors vectors,
      float[] query,
      Matching matching,
      List<Hit> hits,
      int window)
      throws IOException {
    HybridSettings settings = HybridSettings.DEFAULT;
    int end = Math.min(window, hits.size());
    List<Hit> candidates = new ArrayList<>(hits.subList(0, end));
    List<Hit> neighbours = neighbours(session, vectors, query, matching, settings);
    candidates.addAll(neighbours);
    float[] cosines = vectors.cosines(Matrix.row(query), candidates);
    return new HybridRanking(
        session, settings, candidates, cosines, hits.subList(end, hits.size()), neighbours.size());
  }

  private static List<Hit> neighbours(
      QuerySession session,
      SnapshotVectors vectors,
      float[] query,
      Matching matching,
      HybridSettings settings)
      throws IOException {
    int[] near =
        vectors.nearest(query, settings.neighbours(), session.admitted()).stream()
            .filter(found -> found.cosine() >= settings.floor())
            .mapToInt(Found::row)
            .toArray();
    return near.length == 0 ? List.of() : session.unmatched(near, matching);
  }

  private static float best(List<Hit> window) {
    float best = 0;
    for (Hit hit : window) {
      best = Math.max(best, hit.score());
    }
    return best;
  }

  /** How many hits are there by likeness alone. */
  public int added() {
    return added;
  }

  @Override
  public List<Hit> hits() {
    return hits;
  }

  @Override
  public Optional<ScoreExplanation> explain(Hit hit) throws IOException {
    Float cosine = cosines.get(hit.id());
    if (cosine == null) {
      return Optional.empty();
    }
    ScoreExplanation words = session.explain(hit).times(1 / best);
    ScoreExplanation likeness =
        new ScoreExplanation("likeness in meaning", settings.likeness() * cosine, List.of());
    return Optional.of(
        new ScoreExplanation(
            "words and meaning",
            hit.score(),
            List.of(
                new ScoreExplanation("words beside the best", words.value(), words.parts()),
                likeness)));
  }
}
