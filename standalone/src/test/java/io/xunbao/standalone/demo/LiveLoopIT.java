package io.xunbao.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunbao.flinkjobs.io.ProductFile;
import io.xunbao.queryapi.IndexSearchService;
import io.xunbao.queryapi.SearchModels;
import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.http.ServerConfig;
import io.xunbao.queryapi.http.XunbaoServer;
import io.xunbao.standalone.testing.TestClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The whole loop over HTTP, with the broker, the jobs and the server of the demo: a product changes
 * and is found; a shopper clicks and the next search knows it, is forgotten and is somebody new.
 */
class LiveLoopIT {
  private static final int LAMPS = 30;
  private static final String SEEN = "what you looked at";

  @TempDir Path folder;
  private @Nullable TestClient client;
  private int events;

  @Test
  void changesAndClicks_reachTheNextSearches_andAForgottenShopperIsNew() throws Exception {
    DemoShop shop = DemoShop.of(List.of(ProductFile.of(lamps(), null)), folder, progress -> {});
    DemoStreams streams = new DemoStreams(folder, shop.index());
    SearchModels models = SearchModels.NONE.withLive(streams.links().shoppers());
    try (SearchService service =
            streams.logged(IndexSearchService.open(shop.index(), Duration.ofMillis(100), models));
        streams;
        XunbaoServer http = new XunbaoServer(ServerConfig.onPort(0), service, streams.links())) {
      http.start();
      client = new TestClient(http.uri());
      assertThat(status("DELETE", "/v1/users/ann", "")).isEqualTo(503);
      streams.start();
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> get("/health").path("streams").asString().equals("up"));
      aProductChanges();
      theStreamsAreMeasured();
      aShopperClicks();
      aProductIsBought();
      theShopperIsForgotten();
      assertThat(get("/health").path("impressionsLost").asLong()).isLessThan(10);
    }
  }

  private Path lamps() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LAMPS; i++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "{\"id\":\"lamp-%d\",\"title\":\"台灯 %d\",\"brand\":\"光%d\",\"price\":%d.00}",
              i,
              100 + i,
              i % 6,
              20 + i));
    }
    return Files.write(folder.resolve("lamps.jsonl"), lines);
  }

  private void aProductChanges() throws Exception {
    assertThat(
            status(
                "POST",
                "/v1/products",
                "{\"id\":\"lamp-3\",\"title\":\"台灯 会议室专用\",\"brand\":\"光3\",\"price\":9.90}"))
        .isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              JsonNode hit =
                  get("/v1/search?q=" + TestClient.encoded("会议室专用台灯")).at("/hits/0/product");
              assertThat(hit.path("id").asString()).isEqualTo("lamp-3");
              assertThat(hit.path("price").asDouble()).isEqualTo(9.9);
            });
  }

  /** Lag and freshness appear at /metrics, and move with what is posted. */
  private void theStreamsAreMeasured() throws Exception {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(measured("operator_pendingRecords", "Source: read products")).isZero();
              assertThat(measured("job_numberOfCompletedCheckpoints", "")).isPositive();
              assertThat(measured("job_lastCheckpointDuration", "")).isPositive();
              assertThat(measured("operator_newestMessageAgeSeconds", "")).isBetween(0.0, 60.0);
              assertThat(measured("task_busyTimeMsPerSecond", "")).isNotNegative();
            });
    double published = measured("operator_snapshotsPublished", "");
    double in = measured("operator_numRecordsIn", "decode products");
    assertThat(published).isPositive();
    assertThat(status("POST", "/v1/products", "{\"id\":\"lamp-4\",\"title\":\"台灯 新\"}"))
        .isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(measured("operator_numRecordsIn", "decode products")).isEqualTo(in + 1);
              assertThat(measured("operator_snapshotsPublished", "")).isGreaterThan(published);
              assertThat(measured("operator_snapshotAgeSeconds", "")).isBetween(0.0, 60.0);
            });
  }

  /** The sum of a measurement over subtasks, of all operators or of the one of a name. */
  private double measured(String name, String label) throws Exception {
    List<String> lines =
        send("GET", "/metrics", "")
            .body()
            .lines()
            .filter(line -> line.startsWith("flink_") && line.contains(name + "{"))
            .filter(line -> label.isEmpty() || line.contains("operator_name=\"" + label + "\""))
            .toList();
    assertThat(lines).as(name).isNotEmpty();
    return lines.stream()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private void aShopperClicks() throws Exception {
    JsonNode before = search("ann");
    assertThat(before.path("impression").asString()).startsWith("i-");
    assertThat(reasons(before, "lamp-20")).doesNotContain(SEEN);
    click("ann", "lamp-20");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(reasons(search("ann"), "lamp-20")).contains(SEEN));
    JsonNode after = search("ann");
    assertThat(position(after, "lamp-20")).isLessThan(position(before, "lamp-20"));
    assertThat(reasons(search("bob"), "lamp-20")).doesNotContain(SEEN);
    assertThat(get("/health").at("/shoppers/state").asString()).isEqualTo("following");
  }

  /** Statistics reach the index's numbers, and the larger of shop's and streams' counts. */
  private void aProductIsBought() throws Exception {
    for (int i = 0; i < 3; i++) {
      act("buyer-" + i, "buy", "lamp-9");
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(get("/v1/products/lamp-9").path("sales").asInt()).isEqualTo(3);
              assertThat(
                      get("/v1/search?sort=sales&q=" + TestClient.encoded("台灯"))
                          .at("/hits/0/product/id")
                          .asString())
                  .isEqualTo("lamp-9");
            });
  }

  private void theShopperIsForgotten() throws Exception {
    HttpResponse<String> forgotten = send("DELETE", "/v1/users/ann", "");
    assertThat(forgotten.statusCode()).isEqualTo(202);
    assertThat(forgotten.body()).isEqualTo("{\"known\":true}");
    assertThat(reasons(search("ann"), "lamp-20")).doesNotContain(SEEN);
    // What the jobs keep is gone too: with the next click only that click is known.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              click("ann", "lamp-11");
              assertThat(reasons(search("ann"), "lamp-11")).contains(SEEN);
            });
    assertThat(reasons(search("ann"), "lamp-20")).doesNotContain(SEEN);
    assertThat(send("DELETE", "/v1/users/nobody", "").body()).isEqualTo("{\"known\":false}");
  }

  private void click(String user, String product) throws Exception {
    act(user, "click", product);
  }

  private void act(String user, String type, String product) throws Exception {
    String event =
        String.format(
            Locale.ROOT,
            "{\"id\":\"e-%d\",\"user\":\"%s\",\"type\":\"%s\",\"product\":\"%s\",\"at\":\"%s\"}",
            events++,
            user,
            type,
            product,
            Instant.now());
    assertThat(status("POST", "/v1/events", event)).isEqualTo(202);
  }

  private JsonNode search(String user) throws Exception {
    return get("/v1/search?size=50&explain=true&q=" + TestClient.encoded("台灯") + "&user=" + user);
  }

  private static int position(JsonNode answer, String product) {
    for (JsonNode hit : answer.path("hits")) {
      if (hit.at("/product/id").asString().equals(product)) {
        return hit.path("position").asInt();
      }
    }
    throw new AssertionError(product + " is not among the hits of " + answer);
  }

  private static List<String> reasons(JsonNode answer, String product) {
    List<String> reasons = new ArrayList<>();
    answer
        .at("/hits/" + (position(answer, product) - 1) + "/explanation/parts")
        .forEach(part -> reasons.add(part.path("description").asString()));
    return reasons;
  }

  private JsonNode get(String path) throws Exception {
    return client().get(path);
  }

  private int status(String method, String path, String body) throws Exception {
    return send(method, path, body).statusCode();
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return client().send(method, path, body);
  }

  private TestClient client() {
    return Objects.requireNonNull(client, "the server has not started");
  }

  @AfterEach
  void closeClient() {
    if (client != null) {
      client.close();
    }
  }
}
