package io.xunbao.standalone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunbao.flinkjobs.broker.EmbeddedBroker;
import io.xunbao.flinkjobs.io.KafkaSettings;
import io.xunbao.flinkjobs.io.Topic;
import io.xunbao.flinkjobs.io.TopicAdmin;
import io.xunbao.flinkjobs.io.TopicNames;
import io.xunbao.flinkjobs.run.JobSettings;
import io.xunbao.flinkjobs.run.RunningJob;
import io.xunbao.flinkjobs.run.StreamMetrics;
import io.xunbao.flinkjobs.testing.ChildProcess;
import io.xunbao.flinkjobs.testing.FollowingReplica;
import io.xunbao.flinkjobs.testing.IndexContent;
import io.xunbao.flinkjobs.testing.LogOracle;
import io.xunbao.flinkjobs.testing.ProductLog;
import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.catalog.ProductJson;
import io.xunbao.indexer.snapshot.IndexDirectory;
import io.xunbao.indexer.snapshot.IndexLock;
import io.xunbao.indexer.snapshot.Snapshot;
import io.xunbao.indexer.testing.TestProduct;
import io.xunbao.queryapi.IndexSearchService;
import io.xunbao.queryapi.SearchAnswer;
import io.xunbao.queryapi.SearchRequest;
import io.xunbao.standalone.stream.StreamRun;
import io.xunbao.testing.Seeded;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reindex beside a running stream and a server, with other files, words and shards: killed with
 * SIGKILL, run again, refused by the gate, swapped in, rolled back. No search fails nor mixes
 * generations, and in the end the index is the replay of the files and the whole log, here and in
 * the shared store.
 */
class ReindexIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final JobSettings QUICK = new JobSettings(Duration.ofMillis(200), 2);
  private static final int SIZE = 100;
  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant MIDDLE = Instant.parse("2026-01-01T14:00:00Z");

  @TempDir Path root;
  private final StringWriter out = new StringWriter();
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicLong searches = new AtomicLong();
  private volatile String streamTells = "";
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  @Seeded
  @Test
  void reindex_besideStreamAndSearches_losesNothingAndFailsNoRequest(RandomGenerator random)
      throws Exception {
    IndexDirectory index = IndexDirectory.at(root.resolve("index"));
    // p-0..p-299 are in the log too; f-0..f-99 leave, g-0..g-99 come.
    List<Product> before =
        Stream.of(file("p", 100, 150, EARLY), file("f", 0, 200, EARLY))
            .flatMap(List::stream)
            .toList();
    List<Product> after =
        Stream.of(file("p", 100, 250, MIDDLE), file("f", 100, 200, EARLY), file("g", 0, 100, EARLY))
            .flatMap(List::stream)
            .toList();
    Path first = write("first.jsonl", before);
    Path second = write("second.jsonl", after);
    assertThat(run("index", "--products", first.toString(), "--index", index.toString())).isZero();
    ExecutorService threads = Executors.newCachedThreadPool();
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(root.resolve("broker"), EmbeddedBroker.FREE_PORT)) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrapServers());
      TopicAdmin.ensure(kafka, TopicNames.STANDARD, EnumSet.allOf(Topic.class), 2, 1);
      Path config = config(kafka, index);
      try (ProductLog log = new ProductLog(kafka, random, 300);
          IndexSearchService service =
              IndexSearchService.open(index.root(), Duration.ofMillis(50));
          IndexLock lock = IndexLock.take(index);
          StreamRun stream =
              StreamRun.start(
                  List.of("products"),
                  RunSettings.read(config).setup(),
                  QUICK,
                  new StreamMetrics())) {
        Future<?> following = threads.submit(() -> follow(stream));
        Future<?> searching = threads.submit(() -> search(service));
        publishWords();

        // Killed in the middle; the same command goes on, the gate refuses, what is served stays.
        Path childLog = root.resolve("child.log");
        Process child = ChildProcess.start(Main.class, "700m", childLog, refused(config, second));
        Future<String> feeding;
        try {
          log.write(1_000);
          log.send(Topic.PRODUCT_STATS, "f-150", "{\"id\":\"f-150\",\"sales\":77}");
          log.send(Topic.PRODUCT_STATS, "g-7", "{\"id\":\"g-7\",\"sales\":55}");
          log.send(Topic.PRODUCTS, "s-1", "{\"id\":\"s-1\",\"title\":\"只在流里\"}");
          log.send(Topic.PRODUCTS, "f-160", null);
          log.flush();
          feeding = threads.submit(() -> feed(log));
          Path begun = index.folder("gen-2").resolve(".checkpoints");
          ChildProcess.await(child, childLog, "the files are read", () -> Files.exists(begun));
          child.waitFor(random.nextInt(1_500), TimeUnit.MILLISECONDS);
          assertThat(run(refused(config, second))).as("two at once").isEqualTo(ExitCode.FAILED);
          assertThat(out.toString()).contains("another reindex or build");
          ChildProcess.kill(child);
        } finally {
          child.destroyForcibly();
        }
        assertThat(index.served()).contains("gen-1");
        assertThat(run(refused(config, second))).isEqualTo(ExitCode.WORSE_THAN_GATE);
        assertThat(index.served()).contains("gen-1");
        assertThat(out.toString())
            .contains("FAILED  documents")
            .contains("gen-2 is not served, gen-1 stays")
            .contains("--force");

        Path queries = Files.writeString(root.resolve("q.tsv"), "1\t红色连衣裙\n2\t连衣裙 7\n");
        out.getBuffer().setLength(0);
        assertThat(
                run(
                    reindex(
                        config, second, "--queries", queries.toString(), "--least-overlap", "0")))
            .as(out.toString())
            .isZero();
        assertThat(out.toString())
            .contains("prepared by an earlier run")
            .contains("passed  documents")
            .contains("passed  top-10 overlap");
        assertThat(index.served()).contains("gen-2");
        assertThat(index.generation("gen-2").shards()).isEqualTo(3);
        assertThat(index.generation("gen-2").lexiconVersion())
            .isNotEqualTo(index.generation("gen-1").lexiconVersion());

        done.countDown();
        searching.get();
        String title = feeding.get();
        log.write(200);
        log.flush();
        requireReplay(kafka, index, after);
        assertThat(IndexContent.titles(index)).containsEntry("s-2", title);
        requireShared(index, "gen-2");
        assertThat(sales(index, "f-150")).isEqualTo(77);
        assertThat(sales(index, "g-7")).as("known before the product was").isEqualTo(55);
        assertThat(failures).isEmpty();
        assertThat(searches.get()).isGreaterThan(100);

        // Back while the stream runs: what it missed is read into it.
        out.getBuffer().setLength(0);
        long missed = streamed(index, "gen-2") - streamed(index, "gen-1");
        assertThat(run("generations", "rollback", "--index", index.toString())).isZero();
        assertThat(out.toString())
            .contains("gen-1/")
            .contains(String.format(Locale.ROOT, "not read %,d messages", missed));
        log.write(200);
        log.flush();
        requireReplay(kafka, index, before);
        requireShared(index, "gen-1");
        following.cancel(true);
      }
      IndexContent.requireClean(index);
    } finally {
      done.countDown();
      threads.shutdownNow();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static long streamed(IndexDirectory index, String generation) throws IOException {
    return index.snapshots(generation).current().orElseThrow().positions().entrySet().stream()
        .filter(
            source ->
                source.getKey().startsWith("products-")
                    || source.getKey().startsWith("product-stats-"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private void requireReplay(KafkaSettings kafka, IndexDirectory index, List<Product> file)
      throws Exception {
    awaitAll(kafka, index);
    LogOracle oracle = LogOracle.of(kafka, file);
    assertThat(IndexContent.titles(index)).isEqualTo(oracle.titles());
    Snapshot snapshot = index.current().orElseThrow();
    assertThat(snapshot.tally().balances()).isTrue();
    assertThat(snapshot.tally().indexed()).isEqualTo(oracle.titles().size());
  }

  /** What the job goes on in reaches the shared store, though it began from files. */
  private void requireShared(IndexDirectory index, String generation) {
    new FollowingReplica(root.resolve("store"), root.resolve("replica"))
        .awaitServing(generation, () -> IndexContent.titles(index));
  }

  private void awaitAll(KafkaSettings kafka, IndexDirectory index) {
    LogOracle oracle = LogOracle.of(kafka);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(IndexContent.positions(index))
                    .as(() -> streamTells)
                    .containsAllEntriesOf(oracle.ends()));
  }

  private static String[] refused(Path config, Path products) {
    return reindex(config, products, "--least-documents", "1.9");
  }

  private static String[] reindex(Path config, Path products, String... more) {
    List<String> arguments = new ArrayList<>(List.of("reindex", "--config", config.toString()));
    arguments.addAll(List.of("--products", products.toString(), "--shards", "3"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private void publishWords() throws IOException {
    Path words = Files.createDirectories(root.resolve("words"));
    Files.writeString(words.resolve("user.dic"), "色连衣\n");
    assertThat(run("words", "publish", "--from", words.toString(), "--index", root + "/index"))
        .as("a stream runs")
        .isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).contains("xunbao reindex --config FILE");
  }

  /** As {@code run} does: a move that fails is told and tried again. */
  private Void follow(StreamRun stream) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    while (!never.await(100, TimeUnit.MILLISECONDS)) {
      try {
        stream.follow();
        for (RunningJob job : stream.jobs()) {
          job.failure().ifPresent(failure -> stream(job.name() + " failed", failure));
        }
      } catch (IOException failure) {
        stream("the job does not move", failure);
      }
    }
    return null;
  }

  private void stream(String what, Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    streamTells = what + ": " + trace;
  }

  /** Returns the title that it gave to a product last. */
  private String feed(ProductLog log) throws Exception {
    String title = "";
    for (int i = 0; !done.await(50, TimeUnit.MILLISECONDS); i++) {
      title = "changed meanwhile " + i;
      log.send(Topic.PRODUCTS, "s-2", "{\"id\":\"s-2\",\"title\":\"" + title + "\"}");
      log.write(10);
      log.flush();
    }
    return title;
  }

  /**
   * Each answer is of one generation: the files of the first have no g-, those of the next no f-0.
   */
  private Void search(IndexSearchService service) throws Exception {
    SearchRequest request =
        SearchRequest.builder("红色连衣裙")
            .size(SIZE)
            .facets(false)
            .deadline(SearchRequest.MAX_DEADLINE) // two cores, four processes
            .build();
    while (!done.await(20, TimeUnit.MILLISECONDS)) {
      try {
        SearchAnswer answer = service.search(request);
        String foreign = answer.snapshot().startsWith("gen-1/") ? "g-\\d+" : "f-\\d{1,2}";
        List<String> ids = answer.hits().stream().map(hit -> hit.product().id()).toList();
        if (ids.size() != SIZE || ids.stream().anyMatch(id -> id.matches(foreign))) {
          failures.add(answer.snapshot() + ": " + ids);
        }
        searches.incrementAndGet();
      } catch (RuntimeException failure) {
        failures.add(failure.toString());
      }
    }
    return null;
  }

  private Path config(KafkaSettings kafka, IndexDirectory index) throws IOException {
    return Files.writeString(
        root.resolve("run.yaml"),
        String.format(
            Locale.ROOT,
            """
            kafka:
              bootstrapServers: %s
            index: %s
            share: %s
            checkpointMillis: 200
            """,
            kafka.bootstrapServers(),
            index,
            root.resolve("store")));
  }

  private static List<Product> file(String prefix, int from, int to, Instant updatedAt) {
    List<Product> products = new ArrayList<>();
    for (int i = from; i < to; i++) {
      products.add(
          TestProduct.of(prefix + "-" + i, "红色连衣裙 " + updatedAt.getEpochSecond() + i)
              .priceFen(1_000L + i)
              .updatedAt(updatedAt)
              .build());
    }
    return products;
  }

  private Path write(String name, List<Product> products) throws IOException {
    return Files.write(
        root.resolve(name), products.stream().map(ProductJson::write).toList(), UTF_8);
  }

  private static long sales(IndexDirectory index, String id) throws IOException {
    try (IndexSearchService service =
        IndexSearchService.openNewest(index, index.served().orElseThrow())) {
      Long sales = service.product(id).orElseThrow().sales();
      return sales == null ? -1 : sales;
    }
  }

  private int run(String... arguments) {
    PrintWriter writer = new PrintWriter(out, true);
    return Main.commandLine(writer, writer).execute(arguments);
  }
}
