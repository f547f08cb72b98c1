package io.xunbao.standalone.cli;

import io.xunbao.ranker.train.LightGbmTrainer;
import io.xunbao.ranker.train.LinearTrainer;
import io.xunbao.ranker.train.ModelSelection;
import io.xunbao.ranker.train.Recipe;
import io.xunbao.ranker.train.Trainer;
import io.xunbao.ranker.train.TrainingLibraries;
import io.xunbao.ranker.train.TrainingSettings;
import io.xunbao.ranker.train.XgboostTrainer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say how a ranking model is trained. */
final class TrainerChoice {
  /** Folds of the queries in which recipes compete. */
  private static final int FOLDS = 4;

  private static final Set<String> OF_TREES =
      Set.of("--rounds", "--learning-rate", "--leaves", "--min-rows", "--feature-share");

  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  /** Who trains. */
  enum Name {
    AUTO,
    LIGHTGBM,
    XGBOOST,
    LINEAR
  }

  @Option(
      names = "--trainer",
      paramLabel = "NAME",
      description = {
        "lightgbm, xgboost, linear or auto, which lets the order of the search, linear models and",
        "small trees compete by cross-validation (default: auto for judged hits where no option of",
        "trees is named, else lightgbm)."
      })
  @Nullable Name name;

  @Option(
      names = "--search",
      paramLabel = "N",
      description = {
        "With judged hits: let N settings of the trainer compete by cross-validation, the named",
        "ones among them (default: ${DEFAULT-VALUE}, the named ones alone)."
      })
  int search = 1;

  @Option(names = "--rounds", description = "Most trees (default: ${DEFAULT-VALUE}).")
  int rounds = 300;

  @Option(names = "--learning-rate", description = "Default: ${DEFAULT-VALUE}.")
  double learningRate = 0.1;

  @Option(names = "--leaves", description = "Most leaves a tree (default: ${DEFAULT-VALUE}).")
  int leaves = 31;

  @Option(names = "--min-rows", description = "Fewest rows a leaf (default: ${DEFAULT-VALUE}).")
  int minRows = 20;

  @Option(
      names = "--l2",
      description = "Penalty on large leaves or weights (default: ${DEFAULT-VALUE}).")
  double l2 = 0;

  @Option(
      names = "--feature-share",
      description = "Share of the features a tree may use (default: ${DEFAULT-VALUE}).")
  double featureShare = 1;

  @Option(
      names = "--patience",
      description =
          "Rounds without a better validation nDCG@10 after which training stops; 0 for never"
              + " (default: ${DEFAULT-VALUE}).")
  int patience = 50;

  @Option(
      names = "--unbiased",
      description =
          "Labels are clicks, rows stand in the order shown: correct for position (xgboost).")
  boolean unbiased;

  @Option(names = "--seed", description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
  long seed = 42;

  /** What competes to train on judged hits. */
  ModelSelection forJudgedHits() {
    if (isAuto()) {
      if (search > 1) {
        throw new CliException("--search needs --trainer lightgbm, xgboost or linear");
      }
      TrainingLibraries.LIGHTGBM.require();
      return ModelSelection.forJudgements(seed);
    }
    Recipe named = new Recipe(trainer(), settings());
    return search > 1 ? ModelSelection.around(named, search, FOLDS) : ModelSelection.of(named);
  }

  private boolean isAuto() {
    return name == Name.AUTO || (name == null && OF_TREES.stream().noneMatch(this::isNamed));
  }

  private boolean isNamed(String option) {
    return command.commandLine().getParseResult().hasMatchedOption(option);
  }

  /** The one way to train that the options name. */
  Recipe recipe() {
    if (name == Name.AUTO || search > 1) {
      throw new CliException("--trainer auto and --search need judged hits: --index DIR");
    }
    return new Recipe(trainer(), settings());
  }

  private Trainer trainer() {
    return switch (name == null ? Name.LIGHTGBM : name) {
      case AUTO, LIGHTGBM -> {
        TrainingLibraries.LIGHTGBM.require();
        yield new LightGbmTrainer();
      }
      case XGBOOST -> {
        TrainingLibraries.XGBOOST.require();
        yield new XgboostTrainer();
      }
      case LINEAR -> new LinearTrainer();
    };
  }

  private TrainingSettings settings() {
    if (unbiased && name != Name.XGBOOST) {
      throw new CliException("--unbiased needs --trainer xgboost");
    }
    try {
      return TrainingSettings.DEFAULTS
          .withRounds(rounds)
          .withTrees(leaves, minRows, learningRate)
          .withShape(l2, featureShare)
          .withPatience(patience)
          .withUnbiased(unbiased)
          .withSeed(seed);
    } catch (IllegalArgumentException e) {
      throw new CliException(String.valueOf(e.getMessage()), e);
    }
  }
}
