package io.xunbao.standalone.cli;

import io.xunbao.ikdict.wordbook.WordBookStore;
import io.xunbao.ikdict.wordbook.WordFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao words publish}: puts a folder of words in force, whole or not at all. */
@Command(name = "publish", description = "Check a folder of words and put it in force.")
final class WordsPublishCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      description = "The folder of words to publish.")
  Path from = Path.of("");

  @Option(
      names = "--words",
      required = true,
      paramLabel = "DIR",
      description = "The store of published words.")
  Path words = Path.of("");

  @Override
  public Integer call() throws IOException {
    try {
      String version = WordBookStore.open(words).publish(from);
      spec.commandLine().getOut().println("published " + version);
      return ExitCode.DONE;
    } catch (WordFileException e) {
      throw new CliException(
          "nothing was published, the words before stay in force:\n" + e.getMessage(), e);
    }
  }
}
