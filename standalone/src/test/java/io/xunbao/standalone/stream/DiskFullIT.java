package io.xunbao.standalone.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.products.ProductStreamJob;
import io.xunbao.flinkjobs.products.StartRule;
import io.xunbao.flinkjobs.products.StreamTarget;
import io.xunbao.flinkjobs.run.JobSettings;
import io.xunbao.flinkjobs.run.LocalCluster;
import io.xunbao.flinkjobs.run.RunningJob;
import io.xunbao.flinkjobs.testing.IndexContent;
import io.xunbao.flinkjobs.testing.LogOracle;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.write.DiskFullException;
import io.xunbao.queryapi.IndexSearchService;
import io.xunbao.queryapi.SearchModels;
import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.feed.Feed;
import io.xunbao.queryapi.feed.FeedRecord;
import io.xunbao.queryapi.feed.FeedStream;
import io.xunbao.queryapi.http.ServerConfig;
import io.xunbao.queryapi.http.XunbaoServer;
import io.xunbao.standalone.testing.SmallDisk;
import io.xunbao.standalone.testing.TestClient;
import io.xunbao.testing.Seeded;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of a streaming index fills up under a serving server: searches go on, posting is refused
 * at once, the job fails at what is on its way, and all of it is made up for when there is room.
 */
class DiskFullIT {
  private static final int MEGABYTES = 48;
  private static final long LEAST_FREE = 12L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  private final AtomicBoolean ended = new AtomicBoolean();

  @Seeded
  @Test
  void fullDisk_refusesPostsServesSearchesAndLosesNothing(RandomGenerator random) throws Exception {
    Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("disk"), MEGABYTES);
    assumeTrue(mounted.isPresent(), "no file system can be mounted here, so no disk can be filled");
    try (SmallDisk disk = mounted.orElseThrow();
        EmbeddedBroker broker =
            EmbeddedBroker.start(folder.resolve("broker"), EmbeddedBroker.FREE_PORT)) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
      TopicAdmin.ensure(kafka, TopicNames.STANDARD, EnumSet.allOf(Topic.class), 2, 1);
      IndexDirectory index = IndexDirectory.at(disk.folder().resolve("index"));
      ProductStreamJob plan =
          ProductStreamJob.plan(
              kafka,
              TopicNames.STANDARD,
              new StreamTarget(index, 2, StartRule.REFUSE),
              index.root().resolve(".checkpoints"));
      try (LocalCluster cluster = LocalCluster.start(2)) {
        RunningJob job = cluster.submit(plan, new JobSettings(Duration.ofMillis(300), 2));
        await().atMost(PATIENCE).until(() -> index.current().isPresent());
        fillAndEmpty(disk, kafka, index, job, random);
        assertThat(job.ended()).isFalse();
      }
      IndexContent.requireClean(index);
    }
  }

  private void fillAndEmpty(
      SmallDisk disk,
      KafkaSettings kafka,
      IndexDirectory index,
      RunningJob job,
      RandomGenerator random)
      throws Exception {
    try (ServerStreams streams =
            ServerStreams.records(kafka, TopicNames.STANDARD)
                .guarded(EnumSet.of(FeedStream.PRODUCTS), index.root(), LEAST_FREE);
        SearchService service =
            IndexSearchService.open(index.root(), Duration.ofMillis(100), SearchModels.NONE);
        XunbaoServer server = new XunbaoServer(ServerConfig.onPort(0), service, streams.links());
        ExecutorService shopper = Executors.newSingleThreadExecutor()) {
      server.start();
      try (TestClient client = new TestClient(server.uri())) {
        assertThat(post(client, "p-first").statusCode()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> found(client, "p-first"));
        Future<Integer> searches = shopper.submit(() -> searchUntilTheEnd(client));
        try {
          disk.fill(512 << 10);
          requireRefused(client);
          sendPastTheServer(kafka, random);
          await()
              .atMost(PATIENCE)
              .until(() -> job.failure().filter(DiskFullException::isDiskFull).isPresent());
          requireRefused(client);
          disk.empty();
          assertThat(post(client, "p-last").statusCode())
              .as("takes again by itself")
              .isEqualTo(202);
          await().atMost(PATIENCE).until(() -> found(client, "p-last"));
        } finally {
          ended.set(true);
        }
        requireReplay(kafka, index);
        assertThat(searches.get()).as("searches, all answered").isGreaterThan(50);
      }
    }
  }

  private int searchUntilTheEnd(TestClient client) throws Exception {
    int searches = 0;
    while (!ended.get()) {
      assertThat(client.get("/v1/search?q=" + TestClient.encoded("台灯")).path("hits")).isNotEmpty();
      searches++;
    }
    return searches;
  }

  private static HttpResponse<String> post(TestClient client, String id) throws Exception {
    return client.post("/v1/products", "{\"id\":\"" + id + "\",\"title\":\"台灯\"}");
  }

  private static boolean found(TestClient client, String id) throws Exception {
    return client.send("GET", "/v1/products/" + id, "").statusCode() == 200;
  }

  private static void requireRefused(TestClient client) throws Exception {
    long start = System.nanoTime();
    HttpResponse<String> refused = post(client, "p-refused");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(refused.statusCode()).isEqualTo(507);
    assertThat(refused.body()).contains("disk-full", "must have 12 MB free", "Free some space");
    assertThat(client.get("/health").path("streams").asString()).isEqualTo("full");
  }

  /** What other producers had sent, or was on its way: more than there is room for. */
  private static void sendPastTheServer(KafkaSettings kafka, RandomGenerator random)
      throws Exception {
    try (Feed feed = Feeds.of(kafka, TopicNames.STANDARD)) {
      for (int batch = 0; batch < 15; batch++) {
        feed.send(
            FeedStream.PRODUCTS,
            IntStream.range(200 * batch, 200 * (batch + 1))
                .mapToObj(i -> new FeedRecord("p-" + i, product("p-" + i, random)))
                .toList());
      }
    }
  }

  private static String product(String id, RandomGenerator random) {
    StringBuilder noise = new StringBuilder();
    for (int word = 0; word < 100; word++) {
      noise.append(Long.toString(random.nextLong(1L << 50), 36)).append(' ');
    }
    return "{\"id\":\"" + id + "\",\"title\":\"台灯\",\"description\":\"" + noise + "\"}";
  }

  private static void requireReplay(KafkaSettings kafka, IndexDirectory index) throws Exception {
    LogOracle oracle = LogOracle.of(kafka);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(IndexContent.positions(index)).containsAllEntriesOf(oracle.ends()));
    assertThat(oracle.titles()).hasSize(3_002).doesNotContainKey("p-refused");
    assertThat(IndexContent.titles(index)).isEqualTo(oracle.titles());
    Snapshot snapshot = index.current().orElseThrow();
    assertThat(snapshot.tally().received()).as("each record once").isEqualTo(oracle.messages());
  }
}
