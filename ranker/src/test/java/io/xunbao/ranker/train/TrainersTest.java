package io.xunbao.ranker.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.xunbao.ranker.eval.Evaluation;
import io.xunbao.ranker.eval.Metrics;
import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.feature.FeatureSchema;
import io.xunbao.ranker.model.Model;
import io.xunbao.ranker.model.RankingModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every trainer must do. */
class TrainersTest {
  private static final TrainingSettings SETTINGS =
      TrainingSettings.DEFAULTS.withRounds(40).withTrees(8, 5, 0.1);

  static Stream<Trainer> trainers() {
    return Stream.of(
        new LightGbmTrainer(),
        new XgboostTrainer(),
        new LinearTrainer(),
        new BoostedLinearTrainer());
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void train_learnableRows_ordersUnseenGroups(Trainer trainer) {
    TrainingSet unseen = rows(new SplittableRandom(2), 40);
    TrainedModel trained = trainer.train(rows(new SplittableRandom(1), 120), null, SETTINGS);
    assertThat(ndcg(trained, unseen)).isGreaterThan(0.85);
    assertThat(trained.largestDifference()).isLessThan(1e-5);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void train_sameSeed_givesTheSameText(Trainer trainer) {
    TrainingSet rows = rows(new SplittableRandom(1), 40);
    assertThat(trainer.train(rows, null, SETTINGS).text())
        .isEqualTo(trainer.train(rows, null, SETTINGS).text());
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void train_text_readsBackToTheSameScores(Trainer trainer) {
    TrainingSet rows = rows(new SplittableRandom(1), 40);
    TrainedModel trained = trainer.train(rows, null, SETTINGS);
    assertThat(
            RankingModels.parse(trained.format(), rows.schema(), trained.text())
                .score(rows.matrix()))
        .isEqualTo(trained.model().score(rows.matrix()));
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void train_anyModel_contributionsAddUpToTheScore(Trainer trainer) {
    TrainingSet rows = rows(new SplittableRandom(1), 40);
    Model model = trainer.train(rows, null, SETTINGS).model();
    double[] scores = model.score(rows.matrix());
    for (int row = 0; row < 20; row++) {
      assertThat(Arrays.stream(model.contributions(rows.matrix().row(row))).sum())
          .isCloseTo(scores[row], within(1e-4));
    }
  }

  @Test
  void boostedLinear_fewRounds_startsWhereTheLinearModelStands() {
    TrainingSet rows = rows(new SplittableRandom(1), 60);
    TrainingSettings careful = SETTINGS.withRounds(1).withTrees(2, 5, 1e-6);
    double[] linear = new LinearTrainer().train(rows, null, careful).model().score(rows.matrix());
    double[] boosted =
        new BoostedLinearTrainer().train(rows, null, careful).model().score(rows.matrix());
    assertThat(boosted).containsExactly(linear, within(1e-4));
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void train_withPatience_keepsNoMoreRoundsThanWithout(Trainer trainer) {
    TrainingSet rows = rows(new SplittableRandom(1), 60);
    TrainingSet validation = rows(new SplittableRandom(3), 20);
    TrainedModel stopped = trainer.train(rows, validation, SETTINGS.withPatience(3));
    assertThat(stopped.rounds()).isBetween(1, SETTINGS.rounds());
  }

  @Test
  void load_lightGbm_leavesNothingThatAnotherProcessCouldOverwrite() throws IOException {
    NativeLightGbm.load();
    Path maps = Path.of("/proc/self/maps");
    assumeTrue(Files.exists(maps), "what a process has loaded is read from /proc/self/maps");
    List<String> loaded =
        Files.readAllLines(maps).stream().filter(line -> line.contains("lib_lightgbm")).toList();
    assertThat(loaded)
        .isNotEmpty()
        .allMatch(line -> line.contains("/xunbao-lightgbm") && line.endsWith("(deleted)"));
  }

  private static double ndcg(TrainedModel trained, TrainingSet rows) {
    return Evaluation.of(
            GroupedMetrics.qrels(rows),
            GroupedMetrics.run(rows, trained.model().score(rows.matrix())),
            List.of(Metrics.ndcg(10)))
        .mean("nDCG@10");
  }

  /** Grades that follow the first feature, with noise and missing values in the others. */
  private static TrainingSet rows(RandomGenerator random, int groups) {
    int size = 12;
    double[] values = new double[groups * size * 4];
    int[] grades = new int[groups * size];
    for (int row = 0; row < grades.length; row++) {
      for (int column = 0; column < 4; column++) {
        values[row * 4 + column] =
            column > 0 && random.nextInt(5) == 0 ? Double.NaN : random.nextDouble();
      }
      grades[row] = (int) Math.min(3, Math.floor(values[row * 4] * 4 + random.nextDouble() * 0.3));
    }
    int[] sizes = new int[groups];
    Arrays.fill(sizes, size);
    FeatureSchema schema = new FeatureSchema(List.of("good", "b", "c", "d"));
    return new TrainingSet(
        new FeatureMatrix(schema, grades.length, values),
        grades,
        IntStream.range(0, groups).mapToObj(group -> "q" + group).toList(),
        sizes);
  }
}
