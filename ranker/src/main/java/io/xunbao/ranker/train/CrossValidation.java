package io.xunbao.ranker.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Scores every query by a model that has never seen it. Where settings are searched for, that too
 * happens on the other queries only (nested cross-validation), so that the held-out figure is not
 * one that was chosen for being high.
 */
public final class CrossValidation {
  private final Trainer trainer;
  private final SettingsSearch search;

  public CrossValidation(Trainer trainer, SettingsSearch search) {
    this.trainer = trainer;
    this.search = search;
  }

  /**
   * What one fold was trained by.
   *
   * @param settings the ones that won on the other folds
   * @param rounds trees that were kept
   */
  public record Fold(TrainingSettings settings, int rounds) {}

  /**
   * The result.
   *
   * @param scores one a row, by the model of the fold that the row's query is held out of
   * @param folds how each fold was trained
   */
  public record Result(double[] scores, List<Fold> folds) {
    public Result {
      folds = List.copyOf(folds);
    }
  }

  /**
   * Trains a model for each fold.
   *
   * @param texts what the query of each group says
   */
  public Result run(TrainingSet rows, List<String> texts, Folds folds) {
    double[] scores = new double[rows.rows()];
    List<Fold> trained = new ArrayList<>();
    int[] starts = rows.starts();
    for (int fold = 0; fold < folds.folds(); fold++) {
      List<Integer> others = folds.outside(fold);
      TrainingSet seen = rows.only(others);
      TrainingSettings chosen =
          search.choose(trainer, seen, others.stream().map(texts::get).toList());
      TrainedModel model = train(seen, others.stream().map(texts::get).toList(), chosen);
      trained.add(new Fold(chosen, model.rounds()));
      for (int group : folds.in(fold)) {
        TrainingSet held = rows.only(List.of(group));
        double[] of = model.model().score(held.matrix());
        System.arraycopy(of, 0, scores, starts[group], of.length);
      }
    }
    return new Result(scores, trained);
  }

  /** With patience, a fifth of the queries tells when to stop. */
  private TrainedModel train(TrainingSet seen, List<String> texts, TrainingSettings settings) {
    if (settings.patience() == 0 || texts.size() < 10) {
      return trainer.train(seen, null, settings);
    }
    Folds split = Folds.of(texts, 5, settings.seed());
    return trainer.train(seen.only(split.outside(0)), seen.only(split.in(0)), settings);
  }
}
