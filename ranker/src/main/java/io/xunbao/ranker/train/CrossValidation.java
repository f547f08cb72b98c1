package io.xunbao.ranker.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Scores every query by a model that has never seen it. Where settings are searched for, that too
 * happens on the other queries only (nested cross-validation), so that the held-out figure is not
 * one that was chosen for being high.
 */
public final class CrossValidation {
  private final ModelSelection selection;

  public CrossValidation(ModelSelection selection) {
    this.selection = selection;
  }

  /**
   * What one fold was trained by.
   *
   * @param recipe the one that won on the other folds
   * @param rounds trees that were kept
   */
  public record Fold(Recipe recipe, int rounds) {}

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
      List<String> seenTexts = others.stream().map(texts::get).toList();
      Recipe chosen = selection.choose(seen, seenTexts).recipe();
      TrainedModel model = train(seen, seenTexts, chosen);
      trained.add(new Fold(chosen, model.rounds()));
      for (int group : folds.in(fold)) {
        TrainingSet held = rows.only(List.of(group));
        double[] of = model.model().score(held.matrix());
        System.arraycopy(of, 0, scores, starts[group], of.length);
      }
    }
    return new Result(scores, trained);
  }

  /** Trains by a recipe; with patience, a fifth of the queries tells when to stop. */
  public static TrainedModel train(TrainingSet seen, List<String> texts, Recipe recipe) {
    TrainingSettings settings = recipe.settings();
    if (settings.patience() == 0 || texts.size() < 10) {
      return recipe.trainer().train(seen, null, settings);
    }
    Folds split = Folds.of(texts, 5, settings.seed());
    return recipe.trainer().train(seen.only(split.outside(0)), seen.only(split.in(0)), settings);
  }
}
