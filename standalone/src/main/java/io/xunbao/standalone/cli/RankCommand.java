package io.xunbao.standalone.cli;

import io.xunbao.ranker.eval.Evaluation;
import io.xunbao.ranker.eval.Metrics;
import io.xunbao.ranker.feature.FeatureMatrix;
import io.xunbao.ranker.model.Model;
import io.xunbao.ranker.model.RankingModels;
import io.xunbao.ranker.model.StoredModel;
import io.xunbao.ranker.train.GroupedMetrics;
import io.xunbao.ranker.train.Letor;
import io.xunbao.ranker.train.TrainingSet;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xunbao rank}: scores LETOR rows with the model that serves. */
@Command(
    name = "rank",
    description = "Score LETOR rows with the registry's current ranking model, one score a line.")
final class RankCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin RegistryOption registry = new RegistryOption();

  @Option(
      names = "--letor",
      paramLabel = "FILE",
      required = true,
      description = "Rows: grade [qid:Q] feature:value ...; groups by qid or by FILE.query.")
  Path letor = Path.of("rows");

  @Option(names = "--out", paramLabel = "SCORES", required = true, description = "Where scores go.")
  Path out = Path.of("scores");

  @Override
  public Integer call() throws IOException {
    StoredModel stored =
        registry
            .open()
            .current(RankingModels.KIND)
            .orElseThrow(
                () ->
                    new CliException(
                        "no ranking model serves in "
                            + registry.folder()
                            + "; train one: xunbao train ltr --letor FILE --models "
                            + registry.folder()));
    Model model = RankingModels.load(stored);
    TrainingSet rows = Letor.read(letor, model.schema().size());
    // The file's columns have no names: they are the model's columns by position.
    double[] scores =
        model.score(new FeatureMatrix(model.schema(), rows.rows(), rows.matrix().values()));
    write(scores);
    Evaluation evaluation =
        Evaluation.of(
            GroupedMetrics.qrels(rows),
            GroupedMetrics.run(rows, scores),
            List.of(Metrics.ndcg(10)));
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s %s  %d rows  queries %d  nDCG@10 %.4f%n",
            stored.card().kind(),
            stored.card().version(),
            rows.rows(),
            evaluation.queries().size(),
            evaluation.mean("nDCG@10"));
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }

  private void write(double[] scores) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      for (double score : scores) {
        writer.write(Double.toString(score));
        writer.newLine();
      }
    }
  }
}
