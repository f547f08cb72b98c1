package io.xunbao.ranker.train;

import io.xunbao.ranker.eval.Evaluation;
import io.xunbao.ranker.eval.Metrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Chooses how a model is trained by cross-validation over the queries that it may be trained on;
 * random search (Bergstra and Bengio, JMLR 2012).
 *
 * @param tried the settings that compete; the first wins where none is better
 * @param folds folds of the queries
 */
public record SettingsSearch(List<TrainingSettings> tried, int folds) {
  private static final String METRIC = "nDCG@10";

  public SettingsSearch {
    tried = List.copyOf(tried);
    if (tried.isEmpty()) {
      throw new IllegalArgumentException("a search needs at least one setting to try, got none");
    }
  }

  /**
   * Settings drawn from a grid around some, those first.
   *
   * @param count how many are tried, the given ones among them
   */
  public static SettingsSearch around(TrainingSettings settings, int count, int folds) {
    List<TrainingSettings> grid = new ArrayList<>();
    for (int leaves : new int[] {3, 4, 8, 16}) {
      for (int minRows : new int[] {20, 50, 100, 200}) {
        for (double rate : new double[] {0.02, 0.05, 0.1}) {
          for (double l2 : new double[] {0, 10, 100}) {
            for (double share : new double[] {0.3, 0.6, 1}) {
              grid.add(settings.withTrees(leaves, minRows, rate).withShape(l2, share));
            }
          }
        }
      }
    }
    Collections.shuffle(grid, new Random(settings.seed()));
    List<TrainingSettings> tried = new ArrayList<>(List.of(settings));
    tried.addAll(grid.subList(0, Math.min(Math.max(0, count - 1), grid.size())));
    return new SettingsSearch(tried, folds);
  }

  /**
   * The settings of the highest mean nDCG@10 over the folds.
   *
   * @param texts what the query of each group says
   */
  TrainingSettings choose(Trainer trainer, TrainingSet rows, List<String> texts) {
    if (tried.size() == 1) {
      return tried.getFirst();
    }
    TrainingSettings best = tried.getFirst();
    double most = Double.NEGATIVE_INFINITY;
    for (TrainingSettings settings : tried) {
      Folds split = Folds.of(texts, folds, settings.seed());
      double sum = 0;
      for (int fold = 0; fold < split.folds(); fold++) {
        TrainingSet held = rows.only(split.in(fold));
        TrainedModel model = trainer.train(rows.only(split.outside(fold)), null, settings);
        sum += ndcg(held, model.model().score(held.matrix()));
      }
      if (sum > most) {
        most = sum;
        best = settings;
      }
    }
    return best;
  }

  static double ndcg(TrainingSet rows, double[] scores) {
    return Evaluation.of(
            GroupedMetrics.qrels(rows), GroupedMetrics.run(rows, scores), List.of(Metrics.ndcg(10)))
        .mean(METRIC);
  }
}
