package io.xunbao.standalone.cli;

import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.http.PortInUseException;
import io.xunbao.queryapi.http.ServerConfig;
import io.xunbao.queryapi.http.XunbaoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;

/** Serves HTTP until the process is told to stop. */
final class Serving {
  private Serving() {}

  /**
   * Starts the server, prints its address on stdout and returns after SIGTERM or Ctrl-C, when the
   * running requests are answered.
   *
   * @param parts are closed in the end
   * @throws CliException when the port is taken
   */
  static void untilStopped(ServerConfig config, ServedParts parts, CommandLine commandLine)
      throws IOException, InterruptedException {
    SearchService service = parts.service();
    XunbaoServer server = new XunbaoServer(config, service, parts.links());
    try {
      server.start();
    } catch (PortInUseException taken) {
      parts.close();
      throw new CliException(String.valueOf(taken.getMessage()), taken);
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().name("stop").unstarted(() -> stop(server, parts, stopped)));
    commandLine.getOut().println(server.uri());
    commandLine.getOut().flush();
    commandLine
        .getErr()
        .printf(
            Locale.ROOT,
            "serving %,d products of snapshot %s; Ctrl-C stops%n",
            service.serving().products(),
            service.serving().snapshot());
    parts.background().start();
    stopped.await();
  }

  private static void stop(XunbaoServer server, ServedParts parts, CountDownLatch stopped) {
    server.close();
    try {
      parts.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing the index or the streams failed", e);
    } finally {
      stopped.countDown();
    }
  }
}
