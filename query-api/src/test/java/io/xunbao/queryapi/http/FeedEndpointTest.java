package io.xunbao.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.queryapi.feed.Feed;
import io.xunbao.queryapi.feed.FeedRecord;
import io.xunbao.queryapi.feed.FeedStream;
import io.xunbao.queryapi.feed.GuardedFeed;
import io.xunbao.queryapi.feed.LateFeed;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FeedEndpointTest {
  private final MemoryFeed feed = new MemoryFeed();
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(feed);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void products_soundLines_areTakenByTheirIds() {
    String lines =
        "{\"id\":\"p-1\",\"title\":\"面霜\"}\n\n{\"id\":\"p-2\",\"title\":\"口红\",\"price\":9.5}\n";
    HttpResponse<String> answer = server.post("/v1/products", lines);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"accepted\":2}");
    assertThat(feed.taken(FeedStream.PRODUCTS))
        .extracting(FeedRecord::key)
        .containsExactly("p-1", "p-2");
    assertThat(server.get("/metrics").body())
        .contains("xunbao_feed_records_total{stream=\"products\"} 2.0");
  }

  @Test
  void products_oneBrokenLine_takesNoneAndNamesTheLine() {
    String lines =
        "{\"id\":\"p-1\",\"title\":\"面霜\"}\n{\"id\":\"p-2\",\n{\"title\":\"no id\"}\n"
            + "{\"id\":\"p-3\",\"title\":\"x\",\"updatedAt\":\"2100-01-01T00:00:00Z\"}";
    HttpResponse<String> answer = server.post("/v1/products", lines);
    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode problem = TestServer.parse(answer.body());
    assertThat(problem.path("code").asString()).isEqualTo("records-refused");
    assertThat(problem.path("detail").asString()).startsWith("3 of 4 records break a rule");
    assertThat(problem.at("/errors/0/line").asInt()).isEqualTo(2);
    assertThat(problem.at("/errors/0/rule").asString()).isEqualTo("malformed-json");
    assertThat(problem.at("/errors/2/rule").asString()).isEqualTo("version-range");
    assertThat(feed.taken(FeedStream.PRODUCTS)).isEmpty();
  }

  @Test
  void events_areCheckedByTheirContractAndKeyedByUser() {
    String event =
        "{\"id\":\"e-1\",\"user\":\"u-1\",\"type\":\"click\",\"product\":\"p-1\",\"at\":\"2026-11-24T10:00:00Z\"}";
    assertThat(server.post("/v1/events", event).statusCode()).isEqualTo(202);
    assertThat(feed.taken(FeedStream.EVENTS)).containsExactly(new FeedRecord("u-1", event));
    HttpResponse<String> refused = server.post("/v1/events", event.replace("click", "clack"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"line\":1").contains("clack");
  }

  @Test
  void post_ofAnotherMediaType_isRefusedSoThatForeignPagesCannotFeed() {
    HttpResponse<String> answer =
        server.send(
            HttpRequest.newBuilder(server.uri("/v1/products"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body()).contains("Content-Type: application/x-ndjson");
  }

  @Test
  void bodies_tooLargeOrNotText_areRefused() {
    String large = "x".repeat(17 << 20);
    for (int i = 0; i < 5; i++) { // each could be cut off while the client is still sending
      assertThat(server.post("/v1/products", large).statusCode()).isEqualTo(413);
    }
    HttpResponse<String> binary =
        server.send(
            HttpRequest.newBuilder(server.uri("/v1/products"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {(byte) 0xC0, 1})));
    assertThat(binary.statusCode()).isEqualTo(400);
    assertThat(binary.body()).contains("body-encoding");
  }

  @Test
  void methods_ofAnotherRoute_areNamed() {
    HttpResponse<String> answer = server.get("/v1/events");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
    assertThat(server.post("/v1/search", "{}").headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void feed_thatIsAway_answers503AndHealthSaysSo() {
    try (TestServer off = TestServer.start(Feed.off());
        TestServer late = TestServer.start(new LateFeed("starting", "comes in a moment"))) {
      HttpResponse<String> answer = off.post("/v1/products", "{\"id\":\"p\",\"title\":\"t\"}");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("stream-unavailable").contains("serve --config");
      assertThat(late.json("/health").path("streams").asString()).isEqualTo("starting");
      assertThat(server.json("/health").path("streams").asString()).isEqualTo("up");
    }
  }

  @Test
  void feed_ofAFullDisk_answers507AndHealthSaysSo() {
    Feed guarded = new GuardedFeed(feed, EnumSet.of(FeedStream.PRODUCTS), () -> 0, 1 << 20);
    try (TestServer full = TestServer.start(guarded)) {
      HttpResponse<String> answer = full.post("/v1/products", "{\"id\":\"p\",\"title\":\"t\"}");
      assertThat(answer.statusCode()).isEqualTo(507);
      assertThat(TestServer.parse(answer.body()).path("code").asString()).isEqualTo("disk-full");
      assertThat(full.json("/health").path("streams").asString()).isEqualTo("full");
      assertThat(feed.taken(FeedStream.PRODUCTS)).isEmpty();
    }
  }
}
