package io.xunbao.queryapi.http;

import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.feed.Feed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server on a free port, and a client that asks it. */
final class TestServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final XunbaoServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(XunbaoServer server) {
    this.server = server;
  }

  static TestServer start() {
    return start(new InMemorySearch(SampleProducts.all()), Limits.defaults());
  }

  static TestServer start(Feed feed) {
    return start(StreamLinks.of(feed));
  }

  static TestServer start(StreamLinks links) {
    return start(new InMemorySearch(SampleProducts.all()), Limits.defaults(), links);
  }

  static TestServer start(SearchService service, Limits limits) {
    return start(service, limits, StreamLinks.off());
  }

  private static TestServer start(SearchService service, Limits limits, StreamLinks links) {
    XunbaoServer server =
        new XunbaoServer(
            ServerConfig.onPort(0).withLimits(limits).withGeneratedData(true), service, links);
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TestServer(server);
  }

  URI uri(String pathAndQuery) {
    return URI.create(server.uri() + pathAndQuery);
  }

  int port() {
    return server.port();
  }

  HttpResponse<String> get(String pathAndQuery) {
    return send(HttpRequest.newBuilder(uri(pathAndQuery)));
  }

  HttpResponse<String> post(String path, String body) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  JsonNode json(String pathAndQuery) {
    return JSON.readTree(get(pathAndQuery).body());
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  static JsonNode parse(String json) {
    return JSON.readTree(json);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
