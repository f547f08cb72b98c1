package io.xunbao.standalone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code xunbao words}: extension words, stop words and synonyms of a shop. */
@Command(
    name = "words",
    description = {
      "Check, preview, publish and take back a shop's words.",
      "A folder of words holds *.dic (a word a line, or word frequency tag), removed.dic, stop.dic"
          + " and synonyms.txt (a,b or a=>b)."
    },
    subcommands = {
      WordsDiscoverCommand.class,
      WordsImpactCommand.class,
      WordsLintCommand.class,
      WordsPublishCommand.class,
      WordsUndoCommand.class,
    })
final class WordsCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
