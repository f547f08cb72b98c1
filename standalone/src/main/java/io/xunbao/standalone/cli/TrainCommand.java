package io.xunbao.standalone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code xunbao train}: the models, each by a verb of its own. */
@Command(
    name = "train",
    description = "Train a model and put it into the registry of models.",
    subcommands = {
      TrainClassifierCommand.class,
      TrainEmbeddingsCommand.class,
      TrainInterestsCommand.class,
      TrainLtrCommand.class,
    })
final class TrainCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
