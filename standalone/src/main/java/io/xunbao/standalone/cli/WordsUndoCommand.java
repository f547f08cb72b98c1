package io.xunbao.standalone.cli;

import io.xunbao.ikdict.wordbook.WordBookStore;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.words.IndexWords;
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
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "The index that the words are for.")
  Path index = Path.of("");

  @Override
  public Integer call() throws IOException {
    IndexDirectory directory = IndexDirectory.at(index);
    WordBookStore store = IndexWords.at(directory).store();
    if (store.history().isEmpty()) {
      throw new CliException(
          "nothing to undo: no words were published for " + index + "; see words publish");
    }
    String version = store.undo();
    spec.commandLine()
        .getOut()
        .println("in force: " + (version.isEmpty() ? "the bundled lexicon" : version));
    WordsInForce.apply(directory, spec.commandLine().getOut());
    return ExitCode.DONE;
  }
}
