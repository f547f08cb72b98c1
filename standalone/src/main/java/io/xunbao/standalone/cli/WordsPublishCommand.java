package io.xunbao.standalone.cli;

import io.xunbao.ikdict.wordbook.WordFileException;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.words.IndexWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao words publish}: puts a folder of words in force, whole or not at all. */
@Command(
    name = "publish",
    description = {
      "Check a folder of words and put it in force.",
      "Stop words and synonyms count at once. Where words themselves changed, the products that",
      "hold them are analysed again into a new generation, which is then served."
    })
final class WordsPublishCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      description = "The folder of words to publish.")
  Path from = Path.of("");

  @Option(
      names = "--index",
      required = true,
      paramLabel = "DIR",
      description = "The index that the words are for; it may be one that is not built yet.")
  Path index = Path.of("");

  @Override
  public Integer call() throws IOException {
    IndexDirectory directory = IndexDirectory.at(index);
    try {
      String version = IndexWords.at(directory).store().publish(from);
      spec.commandLine().getOut().println("published " + version);
    } catch (WordFileException e) {
      throw new CliException(
          "nothing was published, the words before stay in force:\n" + e.getMessage(), e);
    }
    WordsInForce.apply(directory, spec.commandLine().getOut());
    return ExitCode.DONE;
  }
}
