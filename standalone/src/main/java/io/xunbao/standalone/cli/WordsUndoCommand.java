package io.xunbao.standalone.cli;

import io.xunbao.ikdict.wordbook.WordBookStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao words undo}: puts the words before the present ones in force again. */
@Command(name = "undo", description = "Put the version before the present one in force again.")
final class WordsUndoCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--words",
      required = true,
      paramLabel = "DIR",
      description = "The store of published words.")
  Path words = Path.of("");

  @Override
  public Integer call() throws IOException {
    WordBookStore store = WordBookStore.open(words);
    if (store.history().isEmpty()) {
      throw new CliException(
          "nothing to undo: no words were published to " + words + "; see words publish");
    }
    String version = store.undo();
    spec.commandLine()
        .getOut()
        .println("in force: " + (version.isEmpty() ? "the bundled lexicon" : version));
    return ExitCode.DONE;
  }
}
