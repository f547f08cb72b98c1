package io.xunbao.queryapi.rank;

import io.xunbao.indexer.search.Hit;
import io.xunbao.indexer.search.HitOrder;
import io.xunbao.indexer.search.ProductSearcher;
import io.xunbao.indexer.search.QuerySession;
import io.xunbao.indexer.search.ScoreExplanation;
import io.xunbao.queryapi.understand.Understood;
import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.feature.FeatureSchema;
import io.xunbao.ranker.feature.FeatureVector;
import io.xunbao.ranker.feature.ProductFeatures;
import io.xunbao.ranker.model.Model;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A window of hits ranked by a learned model; the hits behind the window follow as they were. */
public final class LearnedRanking implements Ranked {
  private final Model model;
  private final FeatureMatrix features;
  private final Map<String, Integer> rows;
  private final List<Hit> hits;

  private LearnedRanking(
      Model model, FeatureMatrix features, Map<String, Integer> rows, List<Hit> hits) {
    this.model = model;
    this.features = features;
    this.rows = rows;
    this.hits = hits;
  }

  /**
   * The features of hits, one row a hit: what a model is trained on and what it scores.
   *
   * @param context likeness in meaning and what is known of the shopper; what it lacks is missing
   *     in the features
   */
  public static FeatureMatrix features(
      ProductSearcher searcher,
      QuerySession session,
      Understood query,
      List<Hit> hits,
      RankingContext context)
      throws IOException {
    return ProductFeatures.extract(new Candidates(searcher, session, query, context).window(hits));
  }

  /**
   * Ranks by falling score of the model, then by id.
   *
   * @param features one row a hit of the window, as {@link #features} gives them
   * @param hits the window, and whatever follows it
   */
  public static LearnedRanking of(Model model, FeatureMatrix features, List<Hit> hits) {
    double[] scores = model.score(features);
    Map<String, Integer> rows = new HashMap<>();
    List<Hit> scored = new ArrayList<>(scores.length);
    for (int i = 0; i < scores.length; i++) {
      Hit hit = hits.get(i);
      rows.put(hit.id(), i);
      scored.add(new Hit(hit.id(), hit.document(), (float) scores[i], hit.key()));
    }
    List<Hit> ranked = HitOrder.byScore(scored);
    ranked.addAll(hits.subList(scores.length, hits.size()));
    return new LearnedRanking(model, features, rows, List.copyOf(ranked));
  }

  @Override
  public List<Hit> hits() {
    return hits;
  }

  @Override
  public Optional<LearnedRanking> learned() {
    return Optional.of(this);
  }

  /** Names of the features that were ranked by. */
  public FeatureSchema schema() {
    return features.schema();
  }

  /** The features of a hit as they were ranked by; empty for a hit behind the window. */
  public Optional<double[]> row(String product) {
    Integer row = rows.get(product);
    return row == null ? Optional.empty() : Optional.of(features.row(row).values());
  }

  /** What each feature adds to a hit's score; empty for a hit behind the window. */
  @Override
  public Optional<ScoreExplanation> explain(Hit hit) {
    Integer row = rows.get(hit.id());
    return row == null ? Optional.empty() : Optional.of(explain(hit, features.row(row)));
  }

  private ScoreExplanation explain(Hit hit, FeatureVector row) {
    double[] contributions = model.contributions(row);
    List<ScoreExplanation> parts = new ArrayList<>();
    for (int i = 0; i < contributions.length; i++) {
      if (contributions[i] != 0) {
        parts.add(new ScoreExplanation(name(row, i), contributions[i], List.of()));
      }
    }
    parts.sort(Comparator.comparingDouble((ScoreExplanation p) -> Math.abs(p.value())).reversed());
    return new ScoreExplanation("learned model", hit.score(), parts);
  }

  /** The last contribution is what every score starts from. */
  private static String name(FeatureVector row, int column) {
    return column < row.schema().size() ? row.schema().names().get(column) : "start";
  }
}
