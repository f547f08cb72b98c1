package io.xunbao.standalone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The builds that an index keeps: which is served, whether they are whole, and the way back. */
@Command(
    name = "generations",
    description = "List, verify, roll back and share the generations of an index.",
    subcommands = {
      GenerationsListCommand.class,
      GenerationsVerifyCommand.class,
      GenerationsRollbackCommand.class,
      GenerationsSendCommand.class,
      GenerationsFollowCommand.class,
    })
final class GenerationsCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
