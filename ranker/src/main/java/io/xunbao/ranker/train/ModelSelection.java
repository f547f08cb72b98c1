package io.xunbao.ranker.train;

import io.xunbao.ranker.eval.Evaluation;
import io.xunbao.ranker.eval.Metrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Chooses how a model is trained by cross-validation over the queries that it may be trained on.
 *
 * @param recipes that compete; the first wins where none is better
 * @param folds folds of the queries
 * @param repeats how often the queries are dealt anew: one deal of few queries decides by chance
 */
public record ModelSelection(List<Recipe> recipes, int folds, int repeats) {
  private static final String METRIC = "nDCG@10";

  public ModelSelection {
    recipes = List.copyOf(recipes);
    if (recipes.isEmpty() || repeats < 1) {
      throw new IllegalArgumentException(
          "a selection needs at least one recipe and one repeat, got "
              + (recipes.size() + " and " + repeats));
    }
  }

  /**
   * How a recipe did.
   *
   * @param ndcg mean nDCG@10 over folds and repeats; NaN where nothing was compared
   */
  public record Scored(Recipe recipe, double ndcg) {}

  /**
   * The outcome.
   *
   * @param scored all recipes, in their order
   */
  public record Choice(Recipe recipe, List<Scored> scored) {
    public Choice {
      scored = List.copyOf(scored);
    }
  }

  /** The one recipe; nothing is compared. */
  public static ModelSelection of(Recipe recipe) {
    return new ModelSelection(List.of(recipe), 2, 1);
  }

  /**
   * For the few queries that people judge by hand: the order of the search itself, linear models,
   * trees too small to learn queries by heart, and both together.
   */
  public static ModelSelection forJudgements(long seed) {
    TrainingSettings seeded = TrainingSettings.DEFAULTS.withSeed(seed);
    List<Recipe> recipes = new ArrayList<>();
    recipes.add(new Recipe(new FirstStageTrainer(), seeded));
    for (double l2 : new double[] {1, 10}) {
      recipes.add(new Recipe(new LinearTrainer(), seeded.withShape(l2, 1)));
    }
    for (double share : new double[] {0.3, 1}) {
      TrainingSettings small = seeded.withTrees(4, 100, 0.05).withShape(1, share);
      recipes.add(new Recipe(new LightGbmTrainer(), small.withRounds(100)));
      for (int rounds : new int[] {25, 50, 100}) {
        recipes.add(new Recipe(new BoostedLinearTrainer(), small.withRounds(rounds)));
      }
    }
    return new ModelSelection(recipes, 5, 2);
  }

  /**
   * Recipes drawn from a grid around one, that first; random search (Bergstra and Bengio, JMLR
   * 2012).
   *
   * @param count how many compete, the given one among them
   */
  public static ModelSelection around(Recipe recipe, int count, int folds) {
    TrainingSettings settings = recipe.settings();
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
    List<Recipe> recipes = new ArrayList<>(List.of(recipe));
    grid.subList(0, Math.min(Math.max(0, count - 1), grid.size()))
        .forEach(drawn -> recipes.add(new Recipe(recipe.trainer(), drawn)));
    return new ModelSelection(recipes, folds, 1);
  }

  /**
   * The recipe of the highest mean nDCG@10 over the folds.
   *
   * @param texts what the query of each group says
   * @throws IllegalArgumentException where the queries are too few to compare recipes on
   */
  public Choice choose(TrainingSet rows, List<String> texts) {
    if (recipes.size() == 1) {
      return new Choice(recipes.getFirst(), List.of(new Scored(recipes.getFirst(), Double.NaN)));
    }
    if (texts.size() < folds) {
      throw new IllegalArgumentException(
          "comparing recipes needs at least "
              + folds
              + " judged queries with two hits or more, got "
              + texts.size()
              + "; judge more, or name one trainer");
    }
    List<Scored> scored = new ArrayList<>();
    for (Recipe recipe : recipes) {
      scored.add(new Scored(recipe, mean(recipe, rows, texts)));
    }
    Scored best = scored.getFirst();
    for (Scored each : scored) {
      best = each.ndcg() > best.ndcg() ? each : best;
    }
    return new Choice(best.recipe(), scored);
  }

  private double mean(Recipe recipe, TrainingSet rows, List<String> texts) {
    double sum = 0;
    for (int repeat = 0; repeat < repeats; repeat++) {
      Folds split = Folds.of(texts, folds, recipe.settings().seed() + repeat);
      for (int fold = 0; fold < folds; fold++) {
        TrainingSet held = rows.only(split.in(fold));
        TrainedModel model =
            recipe.trainer().train(rows.only(split.outside(fold)), null, recipe.settings());
        sum += ndcg(held, model.model().score(held.matrix()));
      }
    }
    return sum / (folds * repeats);
  }

  static double ndcg(TrainingSet rows, double[] scores) {
    return Evaluation.of(
            GroupedMetrics.qrels(rows), GroupedMetrics.run(rows, scores), List.of(Metrics.ndcg(10)))
        .mean(METRIC);
  }
}
