package io.xunbao.standalone.cli;

import io.xunbao.queryapi.IndexSearchService;
import io.xunbao.queryapi.http.ServerConfig;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--index",
      paramLabel = "DIR",
      required = true,
      description = "The folder that ./xunbao index wrote.")
  Path index = Path.of("");

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description =
          "The registry that ./xunbao train filled: its models serve ranker=hybrid and ltr.")
  @Nullable Path models;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port on the loopback address; 0 takes a free one (default: 8080).")
  @Nullable Integer port;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "YAML with any of address, port, deadlineMillis, maxConcurrent, generatedData, kafka.",
        "What the command line names wins."
      })
  @Nullable Path config;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServeSettings settings = config == null ? ServeSettings.DEFAULTS : ServeSettings.read(config);
    ServerConfig serverConfig = settings.toServerConfig(port);
    Serving.untilStopped(serverConfig, ServedParts.of(open(), settings.feed()), spec.commandLine());
    return ExitCode.DONE;
  }

  private IndexSearchService open() throws IOException {
    try {
      return IndexSearchService.open(index, LOOK_EVERY, ModelRegistries.serving(models));
    } catch (NoSuchFileException nothing) {
      throw new CliException(
          "no index in "
              + index
              + ": build one with ./xunbao index --products FILE --index "
              + index,
          nothing);
    }
  }
}
