package io.xunbao.queryapi.rank;

import io.xunbao.indexer.search.FeedbackSettings;
import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.HitOrder;
import io.xunbao.indexer.search.Matching;
import io.xunbao.indexer.search.QuerySession;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.queryapi.vectors.SnapshotVectors;
import io.xunbao.ranker.embed.BestRows.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A window ranked by words and likeness in meaning: score = words / best words + likeness * cosine
 * of the query + interest * cosine of what the shopper looked at. The window is that of the words,
 * and the nearest products that no word matches. Scores are normalised by the best because scores
 * of words have no common scale from query to query (Bruch, Gai and Ingber 2023, "An Analysis of
 * Fusion Functions for Hybrid Retrieval").
 */
public final class HybridRanking implements Ranked {
  private static final int WINDOW = FeedbackSettings.DEFAULT.window();

  private final QuerySession session;
  private final HybridSettings settings;
  private final float best;
  private final Map<String, Parts> parts = new HashMap<>();
  private final List<Hit> hits;
  private final int added;

  /** What a hit gets beside its words. */
  private record Parts(float likeness, float interest) {}

  private HybridRanking(
      QuerySession session,
      HybridSettings settings,
      List<Hit> window,
      RankingContext.Likeness likeness,
      List<Hit> behind,
      int added) {
    this.session = session;
    this.settings = settings;
    this.best = Math.max(Float.MIN_NORMAL, best(window));
    this.added = added;
    List<Hit> ranked = new ArrayList<>();
    for (int i = 0; i < window.size(); i++) {
      Hit hit = window.get(i);
      Parts more =
          new Parts(
              settings.likeness() * known(likeness.query()[i]),
              settings.interest() * known(likeness.interest()[i]));
      parts.put(hit.id(), more);
      float score = hit.score() / best + more.likeness() + more.interest();
      ranked.add(new Hit(hit.id(), hit.document(), score, hit.key()));
    }
    List<Hit> sorted = HitOrder.byScore(ranked);
    sorted.addAll(behind);
    hits = List.copyOf(sorted);
  }

  private static float known(float cosine) {
    return Float.isNaN(cosine) ? 0 : cosine;
  }

  /**
   * Ranks hits.
   *
   * @param context with vectors
   * @param query vector of what was asked for, of length 1
   * @param matching the policy that the hits were found with
   * @param hits the window, and whatever follows it
   */
  public static HybridRanking of(
      QuerySession session,
      RankingContext context,
      float[] query,
      Matching matching,
      List<Hit> hits)
      throws IOException {
    HybridSettings settings = HybridSettings.DEFAULT;
    SnapshotVectors vectors = Objects.requireNonNull(context.vectors(), "vectors");
    int end = Math.min(WINDOW, hits.size());
    List<Hit> candidates = new ArrayList<>(hits.subList(0, end));
    List<Hit> neighbours = neighbours(session, vectors, query, matching, settings);
    candidates.addAll(neighbours);
    RankingContext.Likeness likeness = context.likeness(vectors, query, candidates);
    return new HybridRanking(
        session, settings, candidates, likeness, hits.subList(end, hits.size()), neighbours.size());
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
    Parts added = parts.get(hit.id());
    if (added == null) {
      return Optional.empty();
    }
    ScoreExplanation words = session.explain(hit).times(1 / best);
    List<ScoreExplanation> all = new ArrayList<>();
    all.add(new ScoreExplanation("words beside the best", words.value(), words.parts()));
    all.add(new ScoreExplanation("likeness in meaning", added.likeness(), List.of()));
    if (added.interest() != 0) {
      all.add(new ScoreExplanation("what you looked at", added.interest(), List.of()));
    }
    return Optional.of(new ScoreExplanation("words and meaning", hit.score(), all));
  }
}
