package io.xunbao.standalone.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.testing.BrokerProcess;
import io.xunbao.flinkjobs.testing.LogOracle;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.queryapi.IndexSearchService;
import io.xunbao.queryapi.SearchModels;
import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.http.ServerConfig;
import io.xunbao.queryapi.http.XunbaoServer;
import io.xunbao.ranker.feedback.Pseudonyms;
import io.xunbao.standalone.testing.PublishedIndex;
import io.xunbao.standalone.testing.TestClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A server whose broker is killed with SIGKILL and started again: every search is answered in time,
 * an event is acknowledged truthfully or refused, and every list that was shown is logged in the
 * end. {@code -Dxunbao.outages=5 -Dxunbao.outageSeconds=30} for the long run.
 */
class BrokerAwayIT {
  private static final int OUTAGES = Integer.getInteger("xunbao.outages", 1);
  private static final int OUTAGE_SECONDS = Integer.getInteger("xunbao.outageSeconds", 1);

  /**
   * Between two searches: an outage of half a minute leaves fewer impressions waiting than the
   * queue holds. What comes beyond is counted as lost, see {@code KafkaImpressionLogIT}.
   */
  private static final Duration PACE = Duration.ofMillis(10);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final List<String> acknowledged = new ArrayList<>();
  private int events;

  /** What a shopper saw. */
  private record Seen(String impression, Duration took) {}

  @Test
  void killedBroker_searchesGoOnAndNothingAcknowledgedIsLost() throws Exception {
    List<Product> lamps =
        IntStream.range(0, 30)
            .mapToObj(i -> TestProduct.of("lamp-" + i, "台灯 " + i).build())
            .toList();
    PublishedIndex.of(lamps, folder.resolve("index"));
    try (BrokerProcess broker = BrokerProcess.start(folder);
        ServerStreams streams = streams(broker.kafka());
        SearchService service = service(streams);
        XunbaoServer server = new XunbaoServer(ServerConfig.onPort(0), service, streams.links());
        ScheduledExecutorService shopper = Executors.newSingleThreadScheduledExecutor()) {
      server.start();
      try (TestClient client = new TestClient(server.uri())) {
        assertThat(post(client).statusCode()).isEqualTo(202);
        List<Seen> seen = new CopyOnWriteArrayList<>();
        Future<?> searching =
            shopper.scheduleAtFixedRate(
                () -> seen.add(search(client, seen.size())),
                0,
                PACE.toMillis(),
                TimeUnit.MILLISECONDS);
        for (int outage = 0; outage < OUTAGES; outage++) {
          broker.kill();
          int before = seen.size();
          requireRefused(client);
          assertThat(seen.size()).as("searches go on in the outage").isGreaterThan(before);
          broker.restart();
          await().atMost(PATIENCE).until(() -> post(client).statusCode() == 202);
          assertThat(client.get("/health").path("streams").asString()).isEqualTo("up");
        }
        if (searching.isDone()) {
          searching.get(); // it ends by a failed search alone, and tells of it
        }
        shopper.close();
        requireAll(client, broker.kafka(), List.copyOf(seen));
      }
    }
  }

  private ServerStreams streams(KafkaSettings kafka) throws Exception {
    return ServerStreams.shoppers(
        kafka, TopicNames.STANDARD, new Pseudonyms(new byte[32]), folder.resolve("interests"));
  }

  private SearchService service(ServerStreams streams) throws Exception {
    return streams.logged(
        IndexSearchService.open(
            folder.resolve("index"), Duration.ofMillis(200), SearchModels.NONE));
  }

  private static Seen search(TestClient client, int number) {
    String query = TestClient.encoded("台灯 " + number % 30);
    long start = System.nanoTime();
    try {
      JsonNode answer = client.get("/v1/search?q=" + query + "&user=u-" + number % 7);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return new Seen(answer.path("impression").asString(), took);
    } catch (IOException | InterruptedException unanswered) {
      throw new IllegalStateException("every search must be answered", unanswered);
    }
  }

  private void requireRefused(TestClient client) throws Exception {
    Instant end = Instant.now().plusSeconds(OUTAGE_SECONDS);
    do {
      long start = System.nanoTime();
      HttpResponse<String> refused = post(client);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.body()).contains("stream-unavailable", "send all of it again");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
      assertThat(client.get("/health").path("streams").asString()).isEqualTo("away");
    } while (Instant.now().isBefore(end));
  }

  private HttpResponse<String> post(TestClient client) throws Exception {
    String id = "e-" + events++;
    HttpResponse<String> answer =
        client.post(
            "/v1/events",
            String.format(
                Locale.ROOT,
                "{\"id\":\"%s\",\"user\":\"ann\",\"type\":\"click\",\"product\":\"lamp-1\",\"at\":\"%s\"}",
                id,
                Instant.now()));
    if (answer.statusCode() == 202) {
      acknowledged.add(id);
    }
    return answer;
  }

  private void requireAll(TestClient client, KafkaSettings kafka, List<Seen> seen)
      throws Exception {
    assertThat(seen).hasSizeGreaterThan(100);
    assertThat(seen.stream().map(Seen::took).max(Duration::compareTo).orElseThrow())
        .as("the slowest search")
        .isLessThan(Duration.ofSeconds(2));
    List<String> shown = seen.stream().map(Seen::impression).toList();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              List<String> logged = ids(kafka, Topic.IMPRESSIONS);
              assertThat(logged).doesNotHaveDuplicates();
              Set<String> known = Set.copyOf(logged);
              assertThat(
                      IntStream.range(0, shown.size()).filter(n -> !known.contains(shown.get(n))))
                  .as(
                      "not logged of %s; lost: %s",
                      shown.size(), client.get("/health").path("impressionsLost"))
                  .isEmpty();
            });
    assertThat(client.get("/health").path("impressionsLost").asLong()).isZero();
    assertThat(acknowledged).hasSizeGreaterThan(OUTAGES);
    assertThat(ids(kafka, Topic.BEHAVIOUR)).containsAll(acknowledged);
  }

  private static List<String> ids(KafkaSettings kafka, Topic topic) {
    return LogOracle.read(kafka, topic.standardName()).stream()
        .map(message -> new String(message.value(), UTF_8))
        .map(json -> json.replaceAll("^\\{\"id\":\"([^\"]+)\".*", "$1"))
        .toList();
  }
}
