package io.xunbao.ranker.recommend;

import io.xunbao.ranker.blas.Blas;
import io.xunbao.ranker.interest.Blends.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Each item of each basket, asked of the rest of it. The rest is no candidate, every other product
 * is. The blend's weights are tuned on a tenth of the training baskets, with models trained on the
 * others.
 */
public final class BasketEvaluation {
  /** k of HR@k. */
  public static final int CUTOFF = 10;

  private static final int FOLDS = 5;
  static final int VALIDATION = 10;
  private static final String QUESTION = "an item of a basket, from the rest of it";

  private final ItemCatalogue items;
  private final List<List<String>> texts;
  private final Blas blas;
  private final long seed;

  /**
   * @param texts the words of each item, by its number
   * @param seed of the folds
   */
  public BasketEvaluation(ItemCatalogue items, List<List<String>> texts, Blas blas, long seed) {
    this.items = items;
    this.texts = List.copyOf(texts);
    this.blas = blas;
    this.seed = seed;
  }

  /** Five folds: every basket is asked once, by models that did not see it. */
  public EvaluationTable crossValidate(List<int[]> baskets) {
    List<int[]> shuffled = shuffled(baskets);
    List<EvaluationTable> folds = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<int[]> test = everyNth(shuffled, FOLDS, fold, true);
      List<int[]> train = everyNth(shuffled, FOLDS, fold, false);
      folds.add(evaluate(train, test));
    }
    List<MethodResult> joined =
        IntStream.range(0, folds.getFirst().results().size())
            .mapToObj(
                method ->
                    MethodResult.join(folds.stream().map(f -> f.results().get(method)).toList()))
            .toList();
    return new EvaluationTable(QUESTION + " (5 folds)", CUTOFF, joined);
  }

  /** Trains on some baskets and asks the others. */
  public EvaluationTable evaluate(List<int[]> train, List<int[]> test) {
    List<int[]> shuffled = shuffled(train);
    Methods early = train(everyNth(shuffled, VALIDATION, 0, false));
    Blend tuned =
        BlendTuner.tune(
            EvaluationTable.OURS,
            early.parts(),
            cases(everyNth(shuffled, VALIDATION, 0, true)),
            CUTOFF);
    Methods methods = train(train);
    Blend blend = new Blend(EvaluationTable.OURS, methods.parts(), tuned.weights());
    List<ItemScorer> all =
        Stream.concat(methods.with(blend).stream(), served(shuffled).stream()).toList();
    return EvaluationTable.of(QUESTION, CUTOFF, all, cases(test));
  }

  /** What {@code train interests} stores and serving reads, had it these baskets. */
  private Optional<ItemScorer> served(List<int[]> shuffled) {
    BasketBlends trained = BasketBlends.train(items, texts, shuffled);
    return ServedScorer.stored(BlendTraining.blends(ShopperBlends.NONE, trained))
        .blend(Kind.TOGETHER)
        .map(served -> ServedScorer.forBaskets(served, items));
  }

  private Methods train(List<int[]> baskets) {
    return Methods.forBaskets(
        new TrainingData(items, baskets.stream().map(History::basket).toList()), texts, blas);
  }

  private List<int[]> shuffled(List<int[]> baskets) {
    List<int[]> copy = new ArrayList<>(baskets);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }

  static List<int[]> everyNth(List<int[]> all, int n, int offset, boolean inside) {
    return IntStream.range(0, all.size())
        .filter(i -> (i % n == offset) == inside)
        .mapToObj(all::get)
        .toList();
  }

  static List<Case> cases(List<int[]> baskets) {
    List<Case> cases = new ArrayList<>();
    for (int b = 0; b < baskets.size(); b++) {
      int[] basket = Arrays.stream(baskets.get(b)).distinct().toArray();
      for (int left = 0; basket.length > 1 && left < basket.length; left++) {
        int answer = basket[left];
        int[] rest = Arrays.stream(basket).filter(item -> item != answer).toArray();
        Set<Integer> excluded = new LinkedHashSet<>();
        Arrays.stream(rest).forEach(excluded::add);
        cases.add(
            new Case(Arrays.toString(basket) + b, History.basket(rest), Set.of(answer), excluded));
      }
    }
    return cases;
  }
}
