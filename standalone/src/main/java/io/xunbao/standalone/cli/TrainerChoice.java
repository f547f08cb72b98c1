package io.xunbao.standalone.cli;

import io.xunbao.ranker.train.LightGbmTrainer;
import io.xunbao.ranker.train.LinearTrainer;
import io.xunbao.ranker.train.Trainer;
import io.xunbao.ranker.train.TrainingSettings;
import io.xunbao.ranker.train.XgboostTrainer;
import picocli.CommandLine.Option;

/** The options that say how a ranking model is trained. */
final class TrainerChoice {
  /** Who trains. */
  enum Name {
    LIGHTGBM,
    XGBOOST,
    LINEAR
  }

  @Option(
      names = "--trainer",
      paramLabel = "NAME",
      description = "lightgbm, xgboost or linear (default: ${DEFAULT-VALUE}).")
  Name name = Name.LIGHTGBM;

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

  Trainer trainer() {
    return switch (name) {
      case LIGHTGBM -> new LightGbmTrainer();
      case XGBOOST -> new XgboostTrainer();
      case LINEAR -> new LinearTrainer();
    };
  }

  TrainingSettings settings() {
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
