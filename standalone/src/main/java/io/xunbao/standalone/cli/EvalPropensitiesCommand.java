package io.xunbao.standalone.cli;

import io.xunbao.ranker.eval.Interval;
import io.xunbao.ranker.eval.logged.ClickLog;
import io.xunbao.ranker.eval.logged.LoggedPropensities;
import io.xunbao.ranker.eval.logged.LoggedPropensities.Position;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code xunbao eval propensities}: how much each position of logged lists is looked at. */
@Command(
    name = "propensities",
    description = {
      "How much each position is looked at, relative to the first, from logged lists and clicks:",
      "by expectation maximisation and by intervention harvesting, with 95%% intervals over lists.",
      "Both need products that were shown at several positions of the same query."
    })
final class EvalPropensitiesCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ClickLogInputs inputs = new ClickLogInputs();

  @Option(
      names = "--positions",
      paramLabel = "N",
      description = "Positions to estimate, 1 to 100 (default: ${DEFAULT-VALUE}).")
  int positions = 10;

  @Option(names = "--seed", description = "Seed of the resampling (default: ${DEFAULT-VALUE}).")
  long seed = 42;

  @Option(names = "-o", paramLabel = "FORMAT", description = "text or json (default: text).")
  OutputFormat format = OutputFormat.TEXT;

  @Override
  public Integer call() throws IOException {
    if (positions < 1 || positions > 100) {
      throw new ParameterException(
          spec.commandLine(), "--positions must be 1 to 100, got " + positions);
    }
    ClickLog log = inputs.read(spec.commandLine().getErr());
    LoggedPropensities found = new LoggedPropensities(log.lists(), positions);
    List<Position> table = found.table(seed);
    double em = found.eta(found.byExpectationMaximisation());
    double harvested = found.eta(found.byHarvesting());
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.println(
          JsonMapper.shared()
              .writeValueAsString(
                  Map.of("positions", table, "eta", Map.of("em", em, "harvested", harvested))));
    } else {
      out.printf(
          Locale.ROOT, "lists  %d of %d queries%n", log.lists().size(), log.queries().size());
      out.println("position   shown  clicks  logged  by EM                   harvested");
      table.forEach(position -> out.println(line(position)));
      out.printf(
          Locale.ROOT, "eta of 1 / position^eta: %.3f by EM, %.3f harvested%n", em, harvested);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static String line(Position of) {
    return String.format(
        Locale.ROOT,
        "%8d %7d %7d   %.3f  %s  %s",
        of.position(),
        of.shown(),
        of.clicks(),
        of.logged(),
        text(of.em()),
        text(of.harvested()));
  }

  private static String text(Interval of) {
    return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", of.value(), of.low(), of.high());
  }
}
