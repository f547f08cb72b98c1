package io.xunbao.standalone.cli;

import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.ranker.eval.Qrels;
import io.xunbao.standalone.gate.GateLimits;
import io.xunbao.standalone.gate.GenerationGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a new generation must hold to before it is served. */
final class GateOptions {
  @Option(
      names = "--least-documents",
      paramLabel = "RATIO",
      defaultValue = "0.9",
      description =
          "Documents as a share of the served generation's, at least (default: ${DEFAULT-VALUE}).")
  private double leastDocuments;

  @Option(
      names = "--most-documents",
      paramLabel = "RATIO",
      defaultValue = "2",
      description = "The same, at most (default: ${DEFAULT-VALUE}).")
  private double mostDocuments;

  @Option(
      names = "--queries",
      paramLabel = "FILE",
      description = {
        "Queries to ask both generations, lines of id TAB query.",
        "Without them only the numbers of documents are compared."
      })
  private @Nullable Path queries;

  @Option(
      names = "--least-overlap",
      paramLabel = "SHARE",
      defaultValue = "0.6",
      description =
          "Mean share of the served top ten that the new top ten keeps, at least (default:"
              + " ${DEFAULT-VALUE}).")
  private double leastOverlap;

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      description = "Judgements of these queries, as of TREC: nDCG@10 is compared too.")
  private @Nullable Path qrels;

  @Option(
      names = "--most-loss",
      paramLabel = "NDCG",
      defaultValue = "0.01",
      description = "What nDCG@10 may lose in the mean, at most (default: ${DEFAULT-VALUE}).")
  private double mostLoss;

  /**
   * The gate.
   *
   * @throws CliException when an option breaks a rule
   */
  GenerationGate of(IndexDirectory index) throws IOException {
    if (qrels != null && queries == null) {
      throw new CliException("--qrels needs --queries: the texts of the judged queries");
    }
    try {
      return new GenerationGate(
          index,
          new GateLimits(leastDocuments, mostDocuments, leastOverlap, mostLoss),
          queries == null ? Map.of() : QueryTexts.read(queries).byId(),
          qrels == null ? new Qrels(Map.of()) : Qrels.read(qrels));
    } catch (IllegalArgumentException broken) {
      throw new CliException(String.valueOf(broken.getMessage()), broken);
    }
  }
}
