package io.xunbao.standalone.cli;

import io.xunbao.ranker.eval.Qrels;
import io.xunbao.ranker.eval.Run;
import io.xunbao.ranker.eval.Segments;
import io.xunbao.ranker.eval.logged.ClickLog;
import io.xunbao.ranker.eval.logged.ClickedList;
import io.xunbao.ranker.eval.logged.Interleaving;
import io.xunbao.ranker.eval.logged.MixedLists;
import io.xunbao.ranker.eval.logged.TeamPreference;
import io.xunbao.ranker.eval.simulate.ClickModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code xunbao eval interleave}: which of two rankings shoppers prefer in lists mixed of both,
 * which a log names or two runs let guess.
 */
@Command(
    name = "interleave",
    description = {
      "Which of two runs shoppers prefer in lists mixed of both by team draft: clicks a list of"
          + " the",
      "run's products minus the baseline's, with 95%% interval and p.",
      "From a log of such lists, or by simulated shoppers where --qrels knows the grades. Without"
          + " runs,",
      "of each experiment in the log, which says who picked each product: clicks of the second"
          + " arm's",
      "products minus the first's."
    })
final class EvalInterleaveCommand implements Callable<Integer> {
  private static final int LENGTH = 10;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin ClickLogInputs inputs = new ClickLogInputs();

  @Option(names = "--run", paramLabel = "FILE", description = "Our run.")
  @Nullable Path run;

  @Option(
      names = "--baseline",
      paramLabel = "RUN",
      description = "The other run that was mixed in.")
  @Nullable Path baseline;

  @Option(
      names = "--queries",
      paramLabel = "TSV",
      description = "With a log, lines of id TAB text: which typed query each of the runs is.")
  @Nullable Path queries;

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      description = "Simulate: shoppers whose taste these grades are click on lists of ten.")
  @Nullable Path qrels;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      description = "Simulated lists a query (default: ${DEFAULT-VALUE}).")
  int sessions = 100;

  @Option(
      names = "--segments",
      paramLabel = "TSV",
      description = "Lines of query TAB segment: the preference of each segment too.")
  @Nullable Path segments;

  @Option(names = "--seed", description = "Seed of the resampling (default: ${DEFAULT-VALUE}).")
  long seed = 42;

  @Option(names = "-o", paramLabel = "FORMAT", description = "text or json (default: text).")
  OutputFormat format = OutputFormat.TEXT;

  /** Lists, and the rankings of both runs and the queries of each segment by the log's queries. */
  private record Question(
      List<ClickedList> lists,
      Map<String, List<String>> ours,
      Map<String, List<String>> theirs,
      Map<String, Set<String>> segments) {
    Interleaving answer(List<ClickedList> of, long seed) {
      return Interleaving.of(of, ours, theirs, seed);
    }
  }

  @Override
  public Integer call() throws IOException {
    if ((run == null) != (baseline == null)) {
      throw new ParameterException(
          spec.commandLine(), "name both --run and --baseline, or neither");
    }
    if (run == null || baseline == null) {
      return experiments();
    }
    if ((qrels == null) != inputs.given() || (inputs.given() && queries == null)) {
      throw new ParameterException(
          spec.commandLine(),
          "name either --qrels to simulate, or a log by --impressions, --events and --queries");
    }
    Question question = qrels == null ? logged(run, baseline) : simulated(run, baseline, qrels);
    Map<String, Interleaving> found = new LinkedHashMap<>();
    try {
      found.put("all", question.answer(question.lists(), seed));
      question
          .segments()
          .forEach(
              (name, of) -> {
                List<ClickedList> part =
                    question.lists().stream().filter(list -> of.contains(list.query())).toList();
                if (!part.isEmpty()) {
                  found.put(name, question.answer(part, seed));
                }
              });
    } catch (IllegalArgumentException wrong) {
      throw new CliException(String.valueOf(wrong.getMessage()), wrong);
    }
    print(found);
    return ExitCode.DONE;
  }

  /** By the teams that the log names. */
  private Integer experiments() throws IOException {
    if (!inputs.given() || qrels != null || queries != null || segments != null) {
      throw new ParameterException(
          spec.commandLine(),
          "name a log by --impressions and --events alone for its experiments, or --run and"
              + " --baseline for what two runs let guess");
    }
    List<TeamPreference> found =
        TeamPreference.of(inputs.read(spec.commandLine().getErr()).lists(), seed);
    if (found.isEmpty()) {
      throw new CliException(
          "no list in "
              + inputs.impressions
              + " says who picked its products: serve with an experiment (examples/serve.yaml), or"
              + " name --run, --baseline and --queries of the two rankings that were mixed");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.println(JsonMapper.shared().writeValueAsString(Map.of("experiments", found)));
    } else {
      found.forEach(
          of ->
              out.printf(
                  Locale.ROOT,
                  "experiment %s: %d mixed lists; %s events a list, %s - %s: %s%n",
                  of.experiment(),
                  of.lists(),
                  inputs.counted,
                  of.arms().getLast(),
                  of.arms().getFirst(),
                  EvalReport.gain(of.credit())));
    }
    out.flush();
    return ExitCode.DONE;
  }

  private Question logged(Path ours, Path theirs) throws IOException {
    QueryTexts texts = QueryTexts.read(queries == null ? Path.of("") : queries);
    ClickLog log = inputs.read(spec.commandLine().getErr());
    return new Question(
        log.lists(),
        texts.rankings(Run.read(ours)),
        texts.rankings(Run.read(theirs)),
        segments == null ? Map.of() : texts.texts(Segments.read(segments)));
  }

  private Question simulated(Path one, Path other, Path judgements) throws IOException {
    Run ours = Run.read(one);
    Run theirs = Run.read(other);
    MixedLists mixed = new MixedLists(Qrels.read(judgements), LENGTH);
    return new Question(
        mixed.simulate(
            ours,
            theirs,
            ClickModel.positionBased(LENGTH, 1),
            sessions,
            new SplittableRandom(seed)),
        MixedLists.rankings(ours),
        MixedLists.rankings(theirs),
        segments == null ? Map.of() : Segments.read(segments).queries());
  }

  private void print(Map<String, Interleaving> found) {
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.println(JsonMapper.shared().writeValueAsString(found));
    } else {
      if (qrels != null) {
        out.println("clicks are simulated: position-based shoppers, eta 1, who know the grades");
      }
      found.forEach(
          (name, of) ->
              out.printf(
                  Locale.ROOT,
                  "segment %s: %d lists, %d are no draft of both; clicks a list, ours - baseline:"
                      + " %s%n",
                  name,
                  of.lists(),
                  of.others(),
                  EvalReport.gain(of.credit())));
    }
    out.flush();
  }
}
