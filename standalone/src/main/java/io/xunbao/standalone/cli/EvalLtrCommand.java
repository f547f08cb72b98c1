package io.xunbao.standalone.cli;

import io.xunbao.ranker.eval.Comparison;
import io.xunbao.ranker.eval.Evaluation;
import io.xunbao.ranker.eval.Metric;
import io.xunbao.ranker.eval.Metrics;
import io.xunbao.ranker.eval.Qrels;
import io.xunbao.ranker.eval.Run;
import io.xunbao.ranker.train.CrossValidation;
import io.xunbao.ranker.train.Folds;
import io.xunbao.ranker.train.TrainingSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao eval ltr}: what learned ranking gains on queries that it was not trained on. */
@Command(
    name = "ltr",
    description = {
      "Cross-validate learned ranking by query: every query is ranked by a model that was trained"
          + " on",
      "the other folds, beside BM25 and the default ranking. Queries that say the same share a"
          + " fold."
    })
final class EvalLtrCommand implements Callable<Integer> {
  private static final String METRIC = "nDCG@10";
  private static final List<Metric> METRICS =
      List.of(
          Metrics.ndcg(10),
          Metrics.condensedNdcg(10),
          Metrics.judged(10),
          Metrics.ndcgUpperBound(10, 3));

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin IndexOption index = new IndexOption();

  @Option(
      names = "--queries",
      paramLabel = "TSV",
      required = true,
      description = "Lines of id TAB query.")
  Path queries = Path.of("");

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      required = true,
      description = "Judgements of those queries: query 0 document grade.")
  Path qrels = Path.of("");

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "Folds of the queries (default: ${DEFAULT-VALUE}).")
  int folds = 5;

  @Mixin ServingOption models = new ServingOption();

  @Option(names = "--run", paramLabel = "OUT", description = "Write the held-out ranking here.")
  @Nullable Path run;

  @Mixin TrainerChoice choice = new TrainerChoice();

  @Override
  public Integer call() throws IOException {
    Qrels judged = Qrels.read(qrels);
    List<JudgedWindow> windows =
        JudgedRows.windows(index.folder(), queries, judged, models.folder());
    TrainingSet rows = JudgedRows.join(windows);
    List<String> texts = windows.stream().map(JudgedWindow::text).toList();
    Folds dealt = folds(texts);
    CrossValidation.Result result = validate(rows, texts, dealt);
    Run ltr = learned(windows, result.scores());
    print(judged, windows, dealt, ltr, result.folds());
    if (run != null) {
      ltr.write(run, "xunbao-ltr-held-out");
    }
    return ExitCode.DONE;
  }

  private CrossValidation.Result validate(TrainingSet rows, List<String> texts, Folds dealt) {
    try {
      return new CrossValidation(choice.forJudgedHits()).run(rows, texts, dealt);
    } catch (IllegalArgumentException tooFew) {
      throw new CliException(String.valueOf(tooFew.getMessage()), tooFew);
    }
  }

  private Folds folds(List<String> texts) {
    try {
      return Folds.of(texts, folds, choice.seed);
    } catch (IllegalArgumentException e) {
      throw new CliException("--folds: " + e.getMessage(), e);
    }
  }

  private static Run order(List<JudgedWindow> windows, Function<JudgedWindow, List<String>> ids) {
    Map<String, List<Run.Scored>> ranked = new LinkedHashMap<>();
    for (JudgedWindow window : windows) {
      List<Run.Scored> scored = new ArrayList<>();
      ids.apply(window).forEach(id -> scored.add(new Run.Scored(id, -scored.size())));
      ranked.put(window.id(), scored);
    }
    return new Run(ranked);
  }

  private static Run learned(List<JudgedWindow> windows, double[] scores) {
    Map<String, List<Run.Scored>> ranked = new LinkedHashMap<>();
    int row = 0;
    for (JudgedWindow window : windows) {
      List<Run.Scored> scored = new ArrayList<>();
      for (String id : window.ids()) {
        scored.add(new Run.Scored(id, scores[row++]));
      }
      scored.sort(
          Comparator.comparingDouble(Run.Scored::score)
              .reversed()
              .thenComparing(Run.Scored::document));
      ranked.put(window.id(), scored);
    }
    return new Run(ranked);
  }

  private void print(
      Qrels judged,
      List<JudgedWindow> windows,
      Folds dealt,
      Run learned,
      List<CrossValidation.Fold> trained) {
    PrintWriter out = spec.commandLine().getOut();
    Evaluation bm25 = Evaluation.of(judged, order(windows, JudgedWindow::plain), METRICS);
    Evaluation byDefault = Evaluation.of(judged, order(windows, JudgedWindow::ids), METRICS);
    Evaluation ltr = Evaluation.of(judged, learned, METRICS);
    out.printf(
        Locale.ROOT,
        "queries  %d in %d folds, seed %d; %d say what an earlier one says and share its fold%n",
        dealt.of().size(),
        dealt.folds(),
        choice.seed,
        dealt.twins());
    out.println(line("bm25", bm25));
    out.println(line("default", byDefault));
    out.println(line("ltr", ltr));
    out.println("ltr, held out, against (95% bootstrap interval, paired permutation p):");
    out.println(line("bm25", ltr, bm25, Comparison.of(ltr, bm25, METRIC, choice.seed)));
    out.println(
        line("default", ltr, byDefault, Comparison.of(ltr, byDefault, METRIC, choice.seed)));
    for (int fold = 0; fold < trained.size(); fold++) {
      out.println("fold " + (fold + 1) + "  " + line(trained.get(fold)));
    }
    out.flush();
  }

  private static String line(String name, Evaluation evaluation) {
    return String.format(Locale.ROOT, "%-9s%s", name, EvalReport.line(evaluation.means()));
  }

  private static String line(String name, Evaluation ours, Evaluation other, Comparison c) {
    double times = ours.mean(METRIC) / other.mean(METRIC);
    return String.format(Locale.ROOT, "%-9sx %.3f  %s", name, times, EvalReport.gain(c));
  }

  private static String line(CrossValidation.Fold fold) {
    return fold.recipe().label() + "; " + fold.rounds() + " kept";
  }
}
