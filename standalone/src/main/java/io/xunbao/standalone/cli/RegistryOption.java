package io.xunbao.standalone.cli;

import io.xunbao.ranker.model.ModelRegistry;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --models} of the verbs that need a registry of models. */
final class RegistryOption {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      required = true,
      description = "The registry of models.")
  private Path folder = Path.of("models");

  Path folder() {
    return folder;
  }

  ModelRegistry open() {
    return ModelRegistries.open(folder);
  }
}
