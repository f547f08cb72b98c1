package io.xunbao.ranker.train;

import io.xunbao.ranker.eval.Evaluation;
import io.xunbao.ranker.eval.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Chooses how a model is trained by cross-validation over the queries that it may be trained on.
 *
 * @param recipes that compete
 * @param rule how the winner is found
 * @param folds folds of the queries
 * @param repeats how often the queries are dealt anew: one deal of few queries decides by chance
 */
public record ModelSelection(List<Recipe> recipes, Rule rule, int folds, int repeats) {
  private static final String METRIC = "nDCG@10";

  public ModelSelection {
    recipes = List.copyOf(recipes);
    if (recipes.isEmpty() || repeats < 1) {
      throw new IllegalArgumentException(
          "a selection needs at least one recipe and one repeat, got "
              + (recipes.size() + " and " + repeats));
    }
  }

  /** How the winner is found. */
  public enum Rule {
    /** The highest mean; of equal ones the first. */
    BEST,
    /**
     * The first whose mean is within one standard error of the highest, over the differences query
     * by query (the 1-SE rule: Breiman, Friedman, Olshen and Stone, "Classification and regression
     * trees", 1984): where few queries were judged, the highest mean is often so by chance.
     */
    FIRST_WITHIN_ERROR
  }

  /**
   * How a recipe did.
   *
   * @param ndcg mean nDCG@10 over folds and repeats; NaN where nothing was compared
   */
  public record Scored(Recipe recipe, double ndcg) {}

  /** How a recipe did on each query. */
  private record Measured(Recipe recipe, double[] ndcg) {
    double mean() {
      return Arrays.stream(ndcg).average().orElse(Double.NaN);
    }

    /** Whether another one's lead over this is at most one standard error of that lead. */
    boolean isWithinErrorOf(Measured best) {
      int n = ndcg.length;
      double lead = best.mean() - mean();
      double squares = 0;
      for (int i = 0; i < n; i++) {
        double off = best.ndcg[i] - ndcg[i] - lead;
        squares += off * off;
      }
      return lead <= Math.sqrt(squares / Math.max(1, n - 1) / n);
    }
  }

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
    return new ModelSelection(List.of(recipe), Rule.BEST, 2, 1);
  }

  /**
   * For the few queries that people judge by hand: linear models, trees too small to learn queries
   * by heart, both together, and the order of the search itself. From the simplest on; the order of
   * the search comes last, for it is to win only where nothing that was learned does better.
   */
  public static ModelSelection forJudgements(long seed) {
    TrainingSettings seeded = TrainingSettings.DEFAULTS.withSeed(seed);
    List<Recipe> recipes = new ArrayList<>();
    for (double l2 : new double[] {3, 10, 1}) {
      recipes.add(new Recipe(new LinearTrainer(), seeded.withShape(l2, 1)));
    }
    for (double share : new double[] {0.3, 1}) {
      TrainingSettings small = seeded.withTrees(4, 100, 0.05).withShape(1, share);
      recipes.add(new Recipe(new LightGbmTrainer(), small.withRounds(100)));
      for (int rounds : new int[] {25, 50, 100}) {
        recipes.add(new Recipe(new BoostedLinearTrainer(), small.withRounds(rounds)));
      }
    }
    recipes.add(new Recipe(new FirstStageTrainer(), seeded));
    return new ModelSelection(recipes, Rule.FIRST_WITHIN_ERROR, 5, 2);
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
    return new ModelSelection(recipes, Rule.BEST, folds, 1);
  }

  /**
   * The recipe that wins by mean nDCG@10 over the folds.
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
    List<Measured> measured = new ArrayList<>();
    for (Recipe recipe : recipes) {
      measured.add(new Measured(recipe, byQuery(recipe, rows, texts)));
    }
    List<Scored> scored = measured.stream().map(m -> new Scored(m.recipe(), m.mean())).toList();
    return new Choice(winner(measured).recipe(), scored);
  }

  private Measured winner(List<Measured> measured) {
    Measured best = measured.getFirst();
    for (Measured each : measured) {
      best = each.mean() > best.mean() ? each : best;
    }
    if (rule == Rule.FIRST_WITHIN_ERROR) {
      for (Measured each : measured) {
        if (each.isWithinErrorOf(best)) {
          return each;
        }
      }
    }
    return best;
  }

  /** The mean over the repeats for each query that has a relevant row. */
  private double[] byQuery(Recipe recipe, TrainingSet rows, List<String> texts) {
    Map<String, Double> sums = new TreeMap<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      Folds split = Folds.of(texts, folds, recipe.settings().seed() + repeat);
      for (int fold = 0; fold < folds; fold++) {
        TrainingSet held = rows.only(split.in(fold));
        TrainedModel model =
            recipe.trainer().train(rows.only(split.outside(fold)), null, recipe.settings());
        evaluation(held, model.model().score(held.matrix()))
            .queries()
            .forEach((query, of) -> sums.merge(query, of.getOrDefault(METRIC, 0.0), Double::sum));
      }
    }
    return sums.values().stream().mapToDouble(sum -> sum / repeats).toArray();
  }

  static double ndcg(TrainingSet rows, double[] scores) {
    return evaluation(rows, scores).mean(METRIC);
  }

  private static Evaluation evaluation(TrainingSet rows, double[] scores) {
    return Evaluation.of(
        GroupedMetrics.qrels(rows), GroupedMetrics.run(rows, scores), List.of(Metrics.ndcg(10)));
  }
}
