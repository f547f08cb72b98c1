package io.xunbao.standalone.cli;

import io.xunbao.ranker.eval.Run;
import io.xunbao.ranker.eval.Segments;
import io.xunbao.ranker.eval.logged.ClickLog;
import io.xunbao.ranker.eval.logged.ClickedList;
import io.xunbao.ranker.eval.logged.Counterfactual;
import io.xunbao.ranker.eval.logged.LoggedPropensities;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao eval counterfactual}: what a ranking would have earned that was not shown. */
@Command(
    name = "counterfactual",
    description = {
      "What a run would have earned, in clicks a list, from the log of what was shown instead.",
      "By examination: a product is clicked as often as its place is looked at (IPS, doubly"
          + " robust).",
      "By placement: only where the log had the product at that very place (IPS, SNIPS, doubly"
          + " robust)."
    })
final class EvalCounterfactualCommand implements Callable<Integer> {
  private enum Source {
    LOGGED,
    EM,
    HARVESTED
  }

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ClickLogInputs inputs = new ClickLogInputs();

  @Option(
      names = "--run",
      paramLabel = "FILE",
      required = true,
      description = "The ranking that is asked about: query Q0 document rank score tag.")
  Path run = Path.of("run");

  @Option(
      names = "--queries",
      paramLabel = "TSV",
      required = true,
      description = "Lines of id TAB text: which typed query each of the run is.")
  Path queries = Path.of("queries");

  @Option(
      names = "--propensities",
      paramLabel = "SOURCE",
      description = "logged, or estimated from this log: em, harvested (default: logged).")
  Source source = Source.LOGGED;

  @Option(
      names = "--segments",
      paramLabel = "TSV",
      description = "Lines of query TAB segment: the estimates of each segment too.")
  @Nullable Path segments;

  @Option(names = "--seed", description = "Seed of the resampling (default: ${DEFAULT-VALUE}).")
  long seed = 42;

  @Option(names = "-o", paramLabel = "FORMAT", description = "text or json (default: text).")
  OutputFormat format = OutputFormat.TEXT;

  @Override
  public Integer call() throws IOException {
    QueryTexts texts = QueryTexts.read(queries);
    Map<String, List<String>> target = texts.rankings(Run.read(run));
    ClickLog log = examined(inputs.read(spec.commandLine().getErr()));
    Map<String, CounterfactualReport> reports = new LinkedHashMap<>();
    try {
      reports.put("all", report(log.lists(), target));
      if (segments != null) {
        texts
            .texts(Segments.read(segments))
            .forEach(
                (name, of) -> {
                  ClickLog part = log.only(of);
                  if (!part.lists().isEmpty()) {
                    reports.put(name, report(part.lists(), target));
                  }
                });
      }
    } catch (IllegalArgumentException wrong) {
      throw new CliException(String.valueOf(wrong.getMessage()), wrong);
    }
    CounterfactualReport.print(reports, format, spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  private ClickLog examined(ClickLog log) {
    int longest = log.lists().stream().mapToInt(list -> list.places().size()).max().orElse(1);
    LoggedPropensities estimated = new LoggedPropensities(log.lists(), longest);
    return switch (source) {
      case LOGGED -> log;
      case EM -> log.examined(estimated.byExpectationMaximisation());
      case HARVESTED -> log.examined(estimated.byHarvesting());
    };
  }

  private CounterfactualReport report(List<ClickedList> lists, Map<String, List<String>> target) {
    return CounterfactualReport.of(new Counterfactual(lists, target), seed);
  }
}
