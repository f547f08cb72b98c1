package io.xunbao.standalone.cli;

import io.xunbao.ranker.embed.EmbeddingModel;
import io.xunbao.ranker.eval.Evaluation;
import io.xunbao.ranker.eval.Metrics;
import io.xunbao.ranker.eval.Qrels;
import io.xunbao.ranker.model.ModelCard;
import io.xunbao.ranker.model.ModelDraft;
import io.xunbao.ranker.model.Sha256;
import io.xunbao.ranker.model.StoredModel;
import io.xunbao.ranker.train.CrossValidation;
import io.xunbao.ranker.train.FirstStageTrainer;
import io.xunbao.ranker.train.GroupedMetrics;
import io.xunbao.ranker.train.ImpressionGroups;
import io.xunbao.ranker.train.Letor;
import io.xunbao.ranker.train.LoggedGroup;
import io.xunbao.ranker.train.ModelSelection;
import io.xunbao.ranker.train.Recipe;
import io.xunbao.ranker.train.Registration;
import io.xunbao.ranker.train.TrainedModel;
import io.xunbao.ranker.train.TrainingSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code xunbao train ltr}: a ranking model of graded rows. */
@Command(
    name = "ltr",
    description = "Train a ranking model from LETOR rows, judged hits or logged impressions.")
final class TrainLtrCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--letor",
      paramLabel = "FILE",
      description = "Rows: grade [qid:Q] feature:value ...; groups by qid or by FILE.query.")
  @Nullable Path letor;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "In place of rows: take features of judged hits from this index.")
  @Nullable Path index;

  @Option(names = "--queries", paramLabel = "TSV", description = "Lines of id TAB query.")
  @Nullable Path queries;

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      description = "Judgements of those queries: query 0 document grade.")
  @Nullable Path qrels;

  @Option(
      names = "--groups",
      paramLabel = "FILE",
      description = "Logged impressions, JSON a line: what was served, where, and what came of it.")
  @Nullable Path groups;

  @Option(
      names = "--latest",
      paramLabel = "SHARE",
      description =
          "With --groups: the latest share of them validates, the earlier ones train (default:"
              + " ${DEFAULT-VALUE}).")
  double latest = 0.2;

  @Option(
      names = "--ignore-propensities",
      description = "With --groups: let every row count alike, whatever its chance to be seen.")
  boolean ignorePropensities;

  @Option(
      names = "--validate",
      paramLabel = "FILE",
      description = "Rows of other queries, for early stopping and the metrics on the card.")
  @Nullable Path validate;

  @Mixin RegistryOption registry = new RegistryOption();

  @Mixin Promotion promotion = new Promotion();

  @Mixin TrainerChoice choice = new TrainerChoice();

  @Override
  public Integer call() throws IOException {
    if (groups == null && letor == null) {
      return judged();
    }
    TrainingSet rows;
    TrainingSet validation = null;
    if (groups == null) {
      rows = Letor.read(Objects.requireNonNull(letor));
      validation = validate == null ? null : Letor.read(validate, rows.schema().size());
    } else {
      ImpressionGroups logged = ImpressionGroups.read(groups);
      // XGBoost corrects for position by itself.
      boolean weighted = !ignorePropensities && !choice.unbiased;
      rows = logged.rows(parts(logged, true), weighted);
      List<LoggedGroup> later = parts(logged, false);
      validation = later.isEmpty() ? null : logged.rows(later, weighted);
    }
    progress("training on %d rows of %d queries", rows.rows(), rows.groups().size());
    Recipe recipe = choice.recipe();
    TrainedModel trained = recipe.trainer().train(rows, validation, recipe.settings());
    store(trained, recipe, rows, metrics(trained, rows, validation));
    return ExitCode.DONE;
  }

  /** Trains on judged hits, which are few: who trains is chosen by what it does on unseen ones. */
  private Integer judged() throws IOException {
    if (index == null || queries == null || qrels == null) {
      throw new ParameterException(
          spec.commandLine(),
          "name the rows to train on: --letor FILE, --groups FILE, or --index DIR --queries TSV"
              + " --qrels FILE");
    }
    if (validate != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--validate goes with --letor; with --index a fifth of the judged queries tells when to"
              + " stop (--patience)");
    }
    List<JudgedWindow> windows =
        JudgedRows.teaching(index, queries, Qrels.read(qrels), registry.folder());
    TrainingSet rows = JudgedRows.join(windows);
    progress("training on %d rows of %d queries", rows.rows(), rows.groups().size());
    List<String> texts = windows.stream().map(JudgedWindow::text).toList();
    ModelSelection.Choice chosen = choose(rows, texts);
    TrainedModel trained = CrossValidation.train(rows, texts, chosen.recipe());
    Map<String, Double> metrics = metrics(trained, rows, null);
    for (ModelSelection.Scored scored : chosen.scored()) {
      if (!Double.isNaN(scored.ndcg())) {
        metrics.put("cross-validated.nDCG@10: " + scored.recipe().label(), scored.ndcg());
      }
    }
    store(trained, chosen.recipe(), rows, metrics);
    if (chosen.recipe().trainer() instanceof FirstStageTrainer) {
      progress(
          "nothing that was learned from these judgements ranks unseen queries better than the"
              + " search does by itself: the model keeps its order. More judged queries help.");
    }
    return ExitCode.DONE;
  }

  private ModelSelection.Choice choose(TrainingSet rows, List<String> texts) {
    try {
      return choice.forJudgedHits().choose(rows, texts);
    } catch (IllegalArgumentException tooFew) {
      throw new CliException(String.valueOf(tooFew.getMessage()), tooFew);
    }
  }

  private List<LoggedGroup> parts(ImpressionGroups logged, boolean training) {
    try {
      return training ? logged.earlier(latest) : logged.later(latest);
    } catch (IllegalArgumentException e) {
      throw new CliException("--latest: " + e.getMessage(), e);
    }
  }

  /** The files whose content the model depends on. */
  private Path[] source() {
    if (groups != null) {
      return new Path[] {groups};
    }
    return letor != null
        ? new Path[] {letor}
        : Stream.of(queries, qrels).filter(Objects::nonNull).toArray(Path[]::new);
  }

  private Map<String, Double> metrics(
      TrainedModel trained, TrainingSet rows, @Nullable TrainingSet validation) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("train.nDCG@10", ndcg(trained, rows));
    if (validation != null) {
      metrics.put("validation.nDCG@10", ndcg(trained, validation));
    }
    metrics.put("differenceFromTrainer", trained.largestDifference());
    return metrics;
  }

  private static double ndcg(TrainedModel trained, TrainingSet rows) {
    double[] scores = trained.model().score(rows.matrix());
    return Evaluation.of(
            GroupedMetrics.qrels(rows), GroupedMetrics.run(rows, scores), List.of(Metrics.ndcg(10)))
        .mean("nDCG@10");
  }

  private void store(
      TrainedModel trained, Recipe recipe, TrainingSet rows, Map<String, Double> metrics)
      throws IOException {
    StoredModel stored =
        promotion.register(
            registry.open(),
            beside(Registration.draft(trained, recipe, rows, Sha256.of(source()), metrics)));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s %s  %s, %d rounds%s%n",
        stored.card().kind(),
        stored.card().version(),
        recipe.trainer().name(),
        trained.rounds(),
        promotion.note(", promoted"));
    metrics.forEach((name, value) -> out.printf(Locale.ROOT, "%-22s %s%n", name, shown(value)));
    out.flush();
  }

  /** Rows of an index had the likeness of the embedding that served meanwhile. */
  private ModelDraft beside(ModelDraft draft) throws IOException {
    return index == null
        ? draft
        : registry
            .open()
            .currentVersion(EmbeddingModel.KIND)
            .map(version -> draft.withParameter(ModelCard.EMBEDDING, version))
            .orElse(draft);
  }

  private static String shown(double value) {
    return String.format(
        Locale.ROOT, value != 0 && Math.abs(value) < 1e-3 ? "%.3g" : "%.4f", value);
  }

  private void progress(String format, Object... values) {
    spec.commandLine().getErr().printf(Locale.ROOT, format + "%n", values);
  }
}
