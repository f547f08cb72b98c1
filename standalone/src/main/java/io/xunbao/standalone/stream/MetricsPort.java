package io.xunbao.standalone.stream;

import com.sun.net.httpserver.HttpServer;
import io.xunbao.flinkjobs.run.StreamMetrics;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** {@code GET /metrics} of the streaming jobs, where no HTTP server runs beside them. */
public final class MetricsPort implements Closeable {
  private static final int OK = 200;

  private final HttpServer server;

  private MetricsPort(HttpServer server) {
    this.server = server;
  }

  /**
   * Answers on the loopback address.
   *
   * @param port 0 takes a free one
   * @throws IOException when the port is taken
   */
  public static MetricsPort open(int port, StreamMetrics metrics) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          byte[] text = metrics.exposition().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(OK, text.length == 0 ? -1 : text.length);
          exchange.getResponseBody().write(text);
          exchange.close();
        });
    server.start();
    return new MetricsPort(server);
  }

  /** The port that is bound. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
