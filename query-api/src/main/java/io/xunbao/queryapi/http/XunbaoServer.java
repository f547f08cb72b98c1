package io.xunbao.queryapi.http;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.xunbao.queryapi.SearchService;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;

/**
 * The HTTP server: the API, the storefront and what an operator watches, on one port. Each request
 * runs on its own virtual thread. Does not close the service it answers from.
 */
public final class XunbaoServer implements Closeable {
  private final ServerConfig config;
  private final WebServer server;

  /** A server that takes no records. */
  public XunbaoServer(ServerConfig config, SearchService service) {
    this(config, service, StreamLinks.off());
  }

  /**
   * A server that takes records.
   *
   * @param links to the streams; not closed by the server
   */
  public XunbaoServer(ServerConfig config, SearchService service, StreamLinks links) {
    this.config = config;
    Dispatcher dispatcher = Routes.dispatcher(config, service, links);
    HttpRouting.Builder routing = HttpRouting.builder();
    dispatcher.register(routing);
    this.server = build(config, routing);
  }

  /**
   * Binds the port and answers from then on.
   *
   * @throws PortInUseException when the port cannot be bound
   */
  public void start() throws IOException {
    requireFree();
    server.start();
    if (!server.isRunning()) {
      throw new PortInUseException(config, null);
    }
  }

  /** Binds the port for a moment: Helidon logs a failure to bind, and does not throw it. */
  private void requireFree() throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(config.address(), config.port()));
    } catch (BindException taken) {
      throw new PortInUseException(config, taken);
    }
  }

  /** The port that is bound, also when the configuration left it open. */
  public int port() {
    return server.port();
  }

  /** The address of the storefront. */
  public URI uri() {
    InetAddress address = config.address();
    String host = address.getHostAddress();
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
  }

  /** Takes no new requests, lets running ones finish within the drain time, and ends. */
  @Override
  public void close() {
    server.stop();
  }

  private static WebServer build(ServerConfig config, HttpRouting.Builder routing) {
    Limits limits = config.limits();
    Http1Config http1 =
        Http1Config.builder()
            .maxPrologueLength(limits.uriBytes())
            .maxHeadersSize(limits.headerBytes())
            .validatePrologue(false)
            .addReceiveListener(new SmugglingGuard())
            .build();
    return WebServer.builder()
        .address(config.address())
        .port(config.port())
        .maxPayloadSize(limits.feedBytes() + RequestBodies.LINGER) // so that they refuse it
        .shutdownHook(false)
        .shutdownGracePeriod(limits.drain())
        .directHandlers(DirectErrors.handlers(limits))
        .addConnectionSelector(
            new RequestConnections(Http1ConnectionSelector.builder().config(http1).build()))
        .addRouting(routing)
        .build();
  }
}
