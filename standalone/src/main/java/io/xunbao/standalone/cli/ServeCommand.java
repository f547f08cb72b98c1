package io.xunbao.standalone.cli;

import io.xunbao.queryapi.Experiment;
import io.xunbao.queryapi.IndexSearchService;
import io.xunbao.queryapi.SearchModels;
import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.http.ServerConfig;
import io.xunbao.standalone.stream.ServerStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves an index over HTTP until the process is told to stop. */
@Command(
    name = "serve",
    description = {
      "Serve the HTTP API and the web pages from an index.",
      "Takes over each newly published snapshot by itself. Stops on SIGTERM or Ctrl-C, after the"
          + " running requests."
    })
final class ServeCommand implements Callable<Integer> {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private static final int MOST_ANSWERS = 1_000_000;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin IndexOption index = new IndexOption();

  @Mixin ServingOption models = new ServingOption();

  @Mixin WindowOption window = new WindowOption();

  @Option(
      names = "--answers",
      paramLabel = "N",
      description =
          "Answers to searches for nobody that are kept until the snapshot, the words or the models"
              + " change; 0 keeps none (default: ${DEFAULT-VALUE}).")
  private int answers = 1_000;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port on the loopback address; 0 takes a free one (default: 8080).")
  @Nullable Integer port;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "YAML with any of address, port, deadlineMillis, maxConcurrent, generatedData, kafka,"
            + " pseudonymKey, interestSnapshot, leastFreeMegabytes, experiment; examples/serve.yaml shows all.",
        "What the command line names wins."
      })
  @Nullable Path config;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServeSettings settings = config == null ? ServeSettings.DEFAULTS : ServeSettings.read(config);
    ServerConfig serverConfig = settings.toServerConfig(port);
    Serving.untilStopped(serverConfig, parts(settings), spec.commandLine());
    return ExitCode.DONE;
  }

  private ServedParts parts(ServeSettings settings) throws IOException {
    if (answers < 0 || answers > MOST_ANSWERS) {
      throw new CliException(
          "--answers must be in 0.." + MOST_ANSWERS + ", got " + answers + ": 0 keeps none");
    }
    Experiment experiment = settings.runningExperiment(models.folder() != null);
    if (experiment != null) {
      spec.commandLine()
          .getErr()
          .printf(
              Locale.ROOT,
              "experiment %s mixes the lists of %s for %.0f%% of shoppers%n",
              experiment.name(),
              String.join(" and ", experiment.teams()),
              100 * experiment.share());
    }
    ServerStreams streams = settings.streams(index.folder());
    try {
      return ServedParts.of(streams.logged(service(streams), experiment), streams.links(), streams);
    } catch (IOException | RuntimeException failure) {
      IOUtils.closeWhileHandlingException(streams);
      throw failure;
    }
  }

  private SearchService service(ServerStreams streams) throws IOException {
    OpeningIndex opening = OpeningIndex.of(index.folder());
    SearchModels served;
    try {
      served = window.of(models.open()).withLive(streams.links().shoppers());
    } catch (RuntimeException failure) {
      opening.abandon();
      throw failure;
    }
    return IndexSearchService.open(opening.get(), LOOK_EVERY, served, answers);
  }
}
