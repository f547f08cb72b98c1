package io.xunbao.standalone.cli;

import io.xunbao.ikdict.lexicon.Lexicon;
import io.xunbao.queryapi.IndexSearchService;
import io.xunbao.queryapi.http.PortInUseException;
import io.xunbao.queryapi.http.ServerConfig;
import io.xunbao.queryapi.http.XunbaoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--index",
      paramLabel = "DIR",
      required = true,
      description = "The folder that ./xunbao index wrote.")
  Path index = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port on the loopback address; 0 takes a free one (default: 8080).")
  @Nullable Integer port;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "YAML with any of address, port, deadlineMillis, maxConcurrent, generatedData.",
        "What the command line names wins."
      })
  @Nullable Path config;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServeSettings settings = config == null ? ServeSettings.DEFAULTS : ServeSettings.read(config);
    ServerConfig serverConfig = settings.toServerConfig(port);
    IndexSearchService service = open();
    XunbaoServer server = new XunbaoServer(serverConfig, service);
    try {
      server.start();
    } catch (PortInUseException taken) {
      service.close();
      throw new CliException(String.valueOf(taken.getMessage()), taken);
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().name("stop").unstarted(() -> stop(server, service, stopped)));
    announce(server, service);
    stopped.await();
    return ExitCode.DONE;
  }

  private IndexSearchService open() throws IOException {
    try {
      return IndexSearchService.open(index, Lexicon.bundled(), LOOK_EVERY);
    } catch (NoSuchFileException nothing) {
      throw new CliException(
          "no index in "
              + index
              + ": build one with ./xunbao index --products FILE --index "
              + index,
          nothing);
    }
  }

  private void announce(XunbaoServer server, IndexSearchService service) {
    var out = spec.commandLine().getOut();
    out.println(server.uri());
    out.flush();
    spec.commandLine()
        .getErr()
        .printf(
            "serving %,d products of snapshot %s; Ctrl-C stops%n",
            service.serving().products(), service.serving().snapshot());
  }

  private static void stop(
      XunbaoServer server, IndexSearchService service, CountDownLatch stopped) {
    server.close();
    try {
      service.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing the index failed", e);
    } finally {
      stopped.countDown();
    }
  }
}
