package io.xunbao.standalone.cli;

import io.xunbao.ikdict.discover.DiscoverySettings;
import io.xunbao.ikdict.discover.NewWord;
import io.xunbao.ikdict.discover.WordDiscovery;
import io.xunbao.ikdict.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao words discover}: proposes words that stand in titles and queries, for review. */
@Command(
    name = "discover",
    description = {
      "Propose new words from the Chinese text of files, best first: word, count, cohesion,"
          + " freedom.",
      "Review the list, keep what is good as a *.dic file: only its first column is a word."
    })
final class WordsDiscoverCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"--products", "--queries"},
      required = true,
      paramLabel = "FILE",
      description =
          "A file of lines in UTF-8, such as TSV, CSV or JSONL; may be given several times.")
  List<Path> files = List.of();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many to print (default ${DEFAULT-VALUE}).")
  int top = 200;

  @Option(
      names = "--min-count",
      paramLabel = "N",
      description = "How often a word must occur (default ${DEFAULT-VALUE}).")
  int minCount = DiscoverySettings.STANDARD.minCount();

  @Override
  public Integer call() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files) {
      lines.addAll(Files.readAllLines(file));
    }
    DiscoverySettings standard = DiscoverySettings.STANDARD;
    DiscoverySettings settings =
        new DiscoverySettings(
            minCount, standard.longest(), standard.minCohesion(), standard.minFreedom());
    List<NewWord> words = new WordDiscovery(Lexicon.bundled(), settings).discover(lines);
    words.stream()
        .limit(top)
        .forEach(
            word ->
                spec.commandLine()
                    .getOut()
                    .printf(
                        Locale.ROOT,
                        "%s\t%d\t%.2f\t%.2f%n",
                        word.text(),
                        word.count(),
                        word.cohesion(),
                        word.freedom()));
    return ExitCode.DONE;
  }
}
