package io.xunbao.ranker.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.feature.FeatureSchema;
import io.xunbao.ranker.model.LinearModel;
import io.xunbao.ranker.model.RankingModels;
import io.xunbao.ranker.train.ModelSelection.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
  private static final TrainingSettings SETTINGS = TrainingSettings.DEFAULTS.withPatience(0);

  @Test
  void of_queriesThatSayTheSame_shareAFold() {
    Folds folds = Folds.of(List.of("red shoes", "Shoes, RED", "ｒｅｄ shoes", "hat", "手机"), 3, 42);
    assertThat(folds.of().subList(0, 3)).containsOnly(folds.of().getFirst());
    assertThat(folds.twins()).isEqualTo(2);
  }

  @Test
  void of_distinctQueries_dealsThemEvenly() {
    Folds folds = Folds.of(texts(23), 5, 1);
    for (int fold = 0; fold < 5; fold++) {
      assertThat(folds.in(fold))
          .hasSizeBetween(4, 5)
          .doesNotContainAnyElementsOf(folds.outside(fold));
      assertThat(folds.in(fold).size() + folds.outside(fold).size()).isEqualTo(23);
    }
    assertThat(Folds.of(texts(23), 5, 1)).isEqualTo(folds).isNotEqualTo(Folds.of(texts(23), 5, 2));
  }

  @Test
  void of_moreFoldsThanQueries_isRefused() {
    assertThatThrownBy(() -> Folds.of(texts(3), 4, 1)).hasMessageContaining("2..3");
  }

  @Test
  void run_searchingToo_neverTrainsOnTheQueryItScores() {
    TrainingSet rows = rows(20);
    List<Set<String>> seen = new ArrayList<>();
    Trainer remembering = new Remembering(seen);
    ModelSelection selection =
        new ModelSelection(
            List.of(
                new Recipe(remembering, SETTINGS),
                new Recipe(remembering, SETTINGS.withTrees(4, 50, 0.05))),
            Rule.BEST,
            3,
            2);
    Folds folds = Folds.of(texts(20), 5, 7);
    CrossValidation.Result result = new CrossValidation(selection).run(rows, texts(20), folds);
    // The last training of each fold makes its scores; the search before it saw less.
    for (Set<String> trained : seen) {
      assertThat(
              IntStream.range(0, 5)
                  .anyMatch(
                      fold -> folds.in(fold).stream().noneMatch(q -> trained.contains("q" + q))))
          .isTrue();
    }
    assertThat(result.folds()).hasSize(5);
    assertThat(result.scores()).hasSize(rows.rows());
  }

  @Test
  void run_learnableRows_ordersHeldOutGroups() {
    TrainingSet rows = rows(30);
    CrossValidation.Result result =
        new CrossValidation(ModelSelection.of(new Recipe(new LinearTrainer(), SETTINGS)))
            .run(rows, texts(30), Folds.of(texts(30), 5, 7));
    assertThat(ModelSelection.ndcg(rows, result.scores())).isGreaterThan(0.99);
  }

  @Test
  void around_askedForMany_startsWithTheGivenAndIsRepeatable() {
    Recipe recipe = new Recipe(new LinearTrainer(), SETTINGS);
    ModelSelection selection = ModelSelection.around(recipe, 6, 3);
    assertThat(selection.recipes()).hasSize(6).startsWith(recipe).doesNotHaveDuplicates();
    assertThat(ModelSelection.around(recipe, 6, 3)).isEqualTo(selection);
  }

  @Test
  void choose_judgementsThatContradictEachOther_keepsTheOrderOfTheSearch() {
    TrainingSet rows = searched(40, false);
    assertThat(chosen(rows).trainer()).isInstanceOf(FirstStageTrainer.class);
    double[] scores =
        new FirstStageTrainer().train(rows, null, SETTINGS).model().score(rows.matrix());
    assertThat(scores)
        .containsExactly(
            IntStream.range(0, rows.rows())
                .mapToDouble(row -> rows.matrix().get(row, 0))
                .toArray());
  }

  @Test
  void choose_judgementsThatTeachSomething_learns() {
    assertThat(chosen(searched(40, true)).trainer()).isNotInstanceOf(FirstStageTrainer.class);
  }

  @Test
  void choose_fewerQueriesThanFolds_namesTheWayOut() {
    assertThatThrownBy(() -> chosen(searched(4, true)))
        .hasMessageContaining("at least 5 judged queries")
        .hasMessageContaining("got 4")
        .hasMessageContaining("name one trainer");
  }

  @Test
  void firstStage_rowsWithoutItsScore_areRefused() {
    assertThatThrownBy(() -> new FirstStageTrainer().train(rows(2), null, SETTINGS))
        .hasMessageContaining("retrieval.score");
  }

  @Test
  void choose_leadWithinItsError_keepsTheFirst() {
    // Each orders so many of 40 queries rightly and reverses the rest; 21 lead 20 by chance.
    Recipe first = new Recipe(new ByColumn(0), SETTINGS);
    Recipe lucky = new Recipe(new ByColumn(1), SETTINGS);
    Recipe better = new Recipe(new ByColumn(2), SETTINGS);
    assertThat(winner(Rule.FIRST_WITHIN_ERROR, first, lucky)).isEqualTo(first);
    assertThat(winner(Rule.BEST, first, lucky)).isEqualTo(lucky);
    assertThat(winner(Rule.FIRST_WITHIN_ERROR, first, lucky, better)).isEqualTo(better);
  }

  private static Recipe winner(Rule rule, Recipe... recipes) {
    return new ModelSelection(List.of(recipes), rule, 5, 2)
        .choose(sometimesRight(), texts(40))
        .recipe();
  }

  /** Groups of four rows; the columns are right in the first 20, the last 21, the last 35. */
  private static TrainingSet sometimesRight() {
    TrainingSet rows = rows(40);
    double[] values = new double[rows.rows() * 3];
    for (int row = 0; row < rows.rows(); row++) {
      int grade = rows.grades()[row];
      int group = row / 4;
      values[row * 3] = group < 20 ? grade : -grade;
      values[row * 3 + 1] = group >= 19 ? grade : -grade;
      values[row * 3 + 2] = group >= 5 ? grade : -grade;
    }
    return new TrainingSet(
        new FeatureMatrix(FeatureSchema.columns(3), rows.rows(), values),
        rows.grades(),
        rows.groups(),
        rows.sizes());
  }

  /** Learns nothing: scores by one column. */
  private record ByColumn(int column) implements Trainer {
    @Override
    public String name() {
      return "column " + column;
    }

    @Override
    public TrainedModel train(
        TrainingSet rows, @Nullable TrainingSet validation, TrainingSettings settings) {
      List<Double> weights = IntStream.range(0, 3).mapToObj(i -> i == column ? 1.0 : 0.0).toList();
      LinearModel model =
          new LinearModel(rows.schema(), List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0), weights);
      return new TrainedModel(RankingModels.LINEAR, RankingModels.text(model), model, 1, 0);
    }
  }

  private static Recipe chosen(TrainingSet rows) {
    Recipe first = new Recipe(new FirstStageTrainer(), SETTINGS);
    return new ModelSelection(
            List.of(first, new Recipe(new LinearTrainer(), SETTINGS)), Rule.BEST, 5, 2)
        .choose(rows, texts(rows.groups().size()))
        .recipe();
  }

  /**
   * Groups of four rows in the order of the search, which is right; or wrong, where the other
   * feature tells the grade.
   */
  private static TrainingSet searched(int groups, boolean teaches) {
    double[] values = new double[groups * 8];
    int[] grades = new int[groups * 4];
    int[] sizes = new int[groups];
    SplittableRandom random = new SplittableRandom(11);
    for (int row = 0; row < grades.length; row++) {
      grades[row] = 3 - row % 4;
      values[row * 2] = teaches ? random.nextDouble() : grades[row] + 10;
      values[row * 2 + 1] = teaches ? grades[row] : random.nextDouble();
    }
    Arrays.fill(sizes, 4);
    FeatureSchema schema = new FeatureSchema(List.of("retrieval.score", "other"));
    return new TrainingSet(
        new FeatureMatrix(schema, grades.length, values),
        grades,
        IntStream.range(0, groups).mapToObj(i -> "q" + i).toList(),
        sizes);
  }

  private static List<String> texts(int count) {
    return IntStream.range(0, count).mapToObj(i -> "query " + i).toList();
  }

  /** Groups of four rows whose one feature is the grade. */
  private static TrainingSet rows(int groups) {
    double[] values = new double[groups * 4];
    int[] grades = new int[groups * 4];
    int[] sizes = new int[groups];
    for (int row = 0; row < grades.length; row++) {
      grades[row] = (row * 7) % 4;
      values[row] = grades[row];
      sizes[row / 4] = 4;
    }
    return new TrainingSet(
        new FeatureMatrix(FeatureSchema.columns(1), grades.length, values),
        grades,
        IntStream.range(0, groups).mapToObj(i -> "q" + i).toList(),
        sizes);
  }

  /** Notes the groups of every training. */
  private record Remembering(List<Set<String>> seen) implements Trainer {
    @Override
    public String name() {
      return "remembering";
    }

    @Override
    public TrainedModel train(
        TrainingSet rows, @Nullable TrainingSet validation, TrainingSettings settings) {
      seen.add(new HashSet<>(rows.groups()));
      return new LinearTrainer().train(rows, validation, settings);
    }
  }
}
