package io.xunbao.standalone.cli;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.ikdict.wordbook.Lint;
import io.xunbao.ikdict.wordbook.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code xunbao words lint}: what is wrong, or may be, with a folder of words. */
@Command(name = "lint", description = "Check a folder of words; exit 1 where it cannot be used.")
final class WordsLintCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "The folder of words.")
  Path folder = Path.of("");

  @Override
  public Integer call() throws IOException {
    List<Problem> problems = Lint.check(folder, Lexicon.bundled());
    problems.forEach(spec.commandLine().getOut()::println);
    long errors = problems.stream().filter(Problem::isError).count();
    spec.commandLine()
        .getOut()
        .println(errors + " errors, " + (problems.size() - errors) + " warnings");
    return errors == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }
}
