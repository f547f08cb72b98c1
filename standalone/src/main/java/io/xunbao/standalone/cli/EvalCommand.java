package io.xunbao.standalone.cli;

import io.xunbao.indexer.catalog.Nearest;
import io.xunbao.ranker.eval.Comparison;
import io.xunbao.ranker.eval.Evaluation;
import io.xunbao.ranker.eval.Metric;
import io.xunbao.ranker.eval.Metrics;
import io.xunbao.ranker.eval.Qrels;
import io.xunbao.ranker.eval.Run;
import io.xunbao.ranker.eval.Segments;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures a run against judgements, alone or against a baseline, and can act as a gate. */
@Command(
    name = "eval",
    description = "Measure a TREC run against judgements, alone or against a baseline run.",
    subcommands = {
      EvalLtrCommand.class,
      EvalInterleaveCommand.class,
      EvalCounterfactualCommand.class,
      EvalPropensitiesCommand.class,
      EvalNextItemCommand.class,
      EvalBasketsCommand.class,
      EvalClassifierCommand.class
    })
final class EvalCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      description = "Judgements: query 0 document grade.")
  @Nullable Path qrels;

  @Option(
      names = "--run",
      paramLabel = "FILE",
      description = "Run: query Q0 document rank score tag.")
  @Nullable Path run;

  @Option(
      names = "--baseline",
      paramLabel = "RUN",
      description = "Compare with this run: difference, 95%% interval, p, wins/ties/losses.")
  @Nullable Path baseline;

  @Option(names = "--per-query", description = "One line a query before the means.")
  boolean perQuery;

  @Option(
      names = "--segments",
      paramLabel = "TSV",
      description = "Lines of query TAB segment: the means of each segment too.")
  @Nullable Path segments;

  @Option(
      names = "--at-least",
      paramLabel = "METRIC=VALUE",
      description = "Gate: exit 3 where the mean of the metric is below the value. May repeat.")
  Map<String, Double> floors = new LinkedHashMap<>();

  @Option(names = "--seed", description = "Seed of the resampling (default: ${DEFAULT-VALUE}).")
  long seed = 42;

  @Option(names = "-o", paramLabel = "FORMAT", description = "text or json (default: text).")
  OutputFormat format = OutputFormat.TEXT;

  @Override
  public Integer call() throws IOException {
    return measure(required(qrels, "--qrels"), required(run, "--run"));
  }

  private int measure(Path qrelsFile, Path runFile) throws IOException {
    Qrels judgements = Qrels.read(qrelsFile);
    Evaluation ours = evaluate(judgements, runFile);
    Map<String, Double> gates = gates(ours);
    EvalReport report =
        new EvalReport(ours, comparisons(judgements, ours), segments(ours), perQuery, seed);
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> report.printText(out);
      case JSON -> report.printJson(out);
    }
    out.flush();
    return worseThan(gates, ours) ? ExitCode.WORSE_THAN_GATE : ExitCode.DONE;
  }

  private static Evaluation evaluate(Qrels judgements, Path file) throws IOException {
    List<Metric> metrics = new ArrayList<>(Metrics.standard());
    metrics.add(Metrics.ndcgUpperBound(10, 3));
    metrics.add(Metrics.expectedReciprocalRank(10, 3));
    return Evaluation.of(judgements, Run.read(file), metrics);
  }

  private List<Comparison> comparisons(Qrels judgements, Evaluation ours) throws IOException {
    if (baseline == null) {
      return List.of();
    }
    Evaluation other = evaluate(judgements, baseline);
    return ours.metrics().stream().map(metric -> Comparison.of(ours, other, metric, seed)).toList();
  }

  private Map<String, Evaluation> segments(Evaluation ours) throws IOException {
    return segments == null ? Map.of() : Segments.read(segments).split(ours);
  }

  /** The gates by the metric's full name; a name may leave out the cutoff and the case. */
  private Map<String, Double> gates(Evaluation ours) {
    Map<String, Double> gates = new LinkedHashMap<>();
    floors.forEach(
        (name, floor) ->
            gates.put(
                ours.metrics().stream()
                    .filter(metric -> metric.equalsIgnoreCase(name) || family(metric, name))
                    .findFirst()
                    .orElseThrow(() -> unknownMetric(name, ours)),
                floor));
    return gates;
  }

  private static boolean family(String metric, String name) {
    return metric.substring(0, metric.indexOf('@')).equalsIgnoreCase(name);
  }

  private ParameterException unknownMetric(String name, Evaluation ours) {
    return wrongUsage(
        "--at-least knows no metric "
            + name
            + "; there are: "
            + String.join(", ", Nearest.first(name, ours.metrics())));
  }

  private boolean worseThan(Map<String, Double> gates, Evaluation ours) {
    boolean worse = false;
    for (Map.Entry<String, Double> gate : gates.entrySet()) {
      double mean = ours.mean(gate.getKey());
      if (mean < gate.getValue()) {
        worse = true;
        spec.commandLine()
            .getErr()
            .printf(
                Locale.ROOT,
                "xunbao: %s is %.4f, below the gate %s%n",
                gate.getKey(),
                mean,
                gate.getValue());
      }
    }
    return worse;
  }

  private Path required(@Nullable Path file, String option) {
    if (file == null) {
      throw wrongUsage("Missing required option: " + option + " FILE");
    }
    return file;
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
