package io.xunbao.standalone.cli;

import io.xunbao.queryapi.SearchModels;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --models} of the verbs that do without models too. */
final class ServingOption {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description =
          "The registry that ./xunbao train filled: what serves there is used (default: words"
              + " alone).")
  private @Nullable Path folder;

  /** Null where none was named. */
  @Nullable Path folder() {
    return folder;
  }

  /** What serves product search. */
  SearchModels open() {
    return ModelRegistries.serving(folder);
  }
}
