package io.xunbao.standalone.cli;

import io.xunbao.standalone.generate.SampleData;
import io.xunbao.standalone.generate.SampleSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao generate}: writes sample data of a seeded generator. */
@Command(
    name = "generate",
    description = "Write generated sample data: products, behaviour, queries with true grades.")
final class GenerateCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write.")
  Path out;

  @Option(
      names = "--records",
      paramLabel = "N",
      description = "Product records, 3%% of them dirty (default ${DEFAULT-VALUE}).")
  int records = SampleSize.standard().records();

  @Option(
      names = "--shoppers",
      paramLabel = "N",
      description = "People who search (default ${DEFAULT-VALUE}).")
  int shoppers = SampleSize.standard().shoppers();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed gives the same bytes (default ${DEFAULT-VALUE}).")
  long seed = 1;

  @Override
  public Integer call() throws IOException {
    SampleSize size = new SampleSize(records, shoppers, SampleSize.standard().sessions());
    SampleData written = SampleData.write(out, size, seed);
    spec.commandLine()
        .getOut()
        .printf(Locale.ROOT, "generated data (seed %d), see %s%n", seed, written.truth());
    return ExitCode.DONE;
  }
}
