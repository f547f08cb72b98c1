package io.xunbao.standalone.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The entry point of {@code ./xunbao}. */
@Command(
    name = "xunbao",
    description = "Search and ranking for Chinese and mixed catalogues.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = BuildVersion.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    subcommands = {
      AnalyzeCommand.class,
      ClassifyCommand.class,
      DemoCommand.class,
      EvalCommand.class,
      GenerateCommand.class,
      GenerationsCommand.class,
      IndexCommand.class,
      ModelsCommand.class,
      QualityCommand.class,
      QuarantineCommand.class,
      RankCommand.class,
      RecommendCommand.class,
      ReindexCommand.class,
      RunCommand.class,
      SearchCommand.class,
      SegmentCommand.class,
      ServeCommand.class,
      TrainCommand.class,
      WordsCommand.class,
    })
final class Main implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @ConsoleOutput
  public static void main(String[] args) {
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int code = commandLine(out, err).execute(args);
    out.flush();
    err.flush();
    if (out.checkError()) {
      code = ExitCode.FAILED; // the reader of a pipe went away before it had everything
    }
    System.exit(code);
  }

  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8),
        stream == FileDescriptor.err);
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, commandLine, parsed) -> Failures.report(failure, commandLine.getErr()));
  }
}
