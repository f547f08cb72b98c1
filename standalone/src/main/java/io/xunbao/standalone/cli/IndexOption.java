package io.xunbao.standalone.cli;

import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --index} of the verbs that look at an index that is there. */
final class IndexOption {
  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "The folder that ./xunbao index wrote.")
  private Path folder = Path.of("");

  Path folder() {
    return folder;
  }

  /**
   * The index.
   *
   * @throws CliException when the folder holds none
   */
  IndexDirectory required() throws IOException {
    IndexDirectory index = IndexDirectory.at(folder);
    if (index.generations().isEmpty()) {
      throw new CliException(
          "no index in "
              + folder
              + ": build one with ./xunbao index --products FILE --index "
              + folder);
    }
    return index;
  }

  /**
   * A generation by its id.
   *
   * @throws CliException naming those there are
   */
  static Generation generation(IndexDirectory index, String id) throws IOException {
    List<Generation> all = index.generations();
    return all.stream()
        .filter(generation -> generation.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new CliException(
                    "no generation "
                        + id
                        + " in "
                        + index
                        + "; there are "
                        + String.join(", ", all.stream().map(Generation::id).toList())));
  }
}
