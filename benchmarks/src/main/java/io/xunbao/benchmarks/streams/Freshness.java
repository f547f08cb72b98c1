package io.xunbao.benchmarks.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.xunbao.queryapi.IndexSearchService;
import io.xunbao.queryapi.SearchModels;
import io.xunbao.queryapi.SearchService;
import io.xunbao.queryapi.http.ServerConfig;
import io.xunbao.queryapi.http.XunbaoServer;
import io.xunbao.standalone.demo.DemoShop;
import io.xunbao.standalone.demo.DemoStreams;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long until searches over HTTP know of a change, with broker, all jobs and server in one
 * process, set as the demo sets them, over the demo's generated catalogue. Both at once, beside a
 * steady rate of events: versions of products, each with a word of its own, until a search for the
 * word shows the version; and clicks, each of a shopper of its own, until that shopper's search
 * lifts what was clicked. The time runs from before the POST until the answer that shows it, and
 * contains the POST, its acknowledgement and half a poll of {@value #POLL_MILLIS} ms.
 *
 * <p>Arguments: events a second (default 500), seconds (default 60, after 20 to warm up).
 */
final class Freshness {
  private static final int WARM_UP = 20;
  private static final int TICKS = 50;
  private static final int PROBES_A_SECOND = 2;
  private static final long POLL_MILLIS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String SEEN = "what you looked at";
  private static final List<String> QUERIES = List.of("手机", "连衣裙", "面霜", "运动鞋", "电饭煲");

  private final HttpClient client;
  private final URI server;
  private final RandomGenerator random = new SplittableRandom(7);
  private final List<String> products = new ArrayList<>();
  private final List<String> queries = new ArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private int events;

  private Freshness(HttpClient client, URI server) {
    this.client = client;
    this.server = server;
  }

  public static void main(String[] args) throws Exception {
    int rate = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Path folder = Files.createTempDirectory("xunbao-freshness");
    DemoShop shop = DemoShop.generated(folder, progress -> {});
    DemoStreams streams = new DemoStreams(folder, shop.index());
    SearchModels models = SearchModels.NONE.withLive(streams.links().shoppers());
    try (SearchService service =
            streams.logged(IndexSearchService.open(shop.index(), Duration.ofMillis(200), models));
        streams;
        XunbaoServer http = new XunbaoServer(ServerConfig.onPort(0), service, streams.links());
        HttpClient client = HttpClient.newHttpClient()) {
      http.start();
      streams.start();
      Freshness freshness = new Freshness(client, http.uri());
      freshness.awaitStreams();
      freshness.measure(rate, seconds, load);
    } finally {
      IOUtils.rm(folder);
    }
  }

  private void awaitStreams() throws IOException, InterruptedException {
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!get("/health").contains("\"streams\":\"up\"")) {
      if (System.nanoTime() > until) {
        throw new IOException("the streams did not start: " + get("/health"));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    for (String query : QUERIES) {
      JsonNode hits = JsonMapper.shared().readTree(get(search(query, null, 100))).path("hits");
      hits.forEach(hit -> products.add(hit.at("/product/id").asString()));
      if (hits.size() >= 20) {
        queries.add(query);
      }
    }
    if (queries.isEmpty()) {
      throw new IOException("the catalogue answers none of " + QUERIES);
    }
  }

  private void measure(int rate, int seconds, double load) throws Exception {
    Queue<Double> versions = new ConcurrentLinkedQueue<>();
    Queue<Double> clicks = new ConcurrentLinkedQueue<>();
    List<Future<?>> probes = new ArrayList<>();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int tick = 0; tick < TICKS * (WARM_UP + seconds); tick++) {
        LockSupport.parkNanos(
            start + tick * TimeUnit.SECONDS.toNanos(1) / TICKS - System.nanoTime());
        views(rate / TICKS);
        if (tick % (TICKS / PROBES_A_SECOND) == 0) {
          boolean counts = tick >= TICKS * WARM_UP;
          int probe = tick;
          String product = products.get(random.nextInt(products.size()));
          String query = queries.get(random.nextInt(queries.size()));
          probes.add(threads.submit(() -> version(probe, product, counts ? versions : null)));
          probes.add(threads.submit(() -> click(probe, query, counts ? clicks : null)));
        }
      }
      for (Future<?> probe : probes) {
        probe.get();
      }
    }
    double took = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d events/s for %d s, load of the machine before %.1f: %,d events accepted (%.0f/s with"
            + " the wait for the last probes), %d posts refused%n",
        rate,
        seconds,
        load,
        accepted.get(),
        accepted.get() / took,
        refused.get());
    int expected = PROBES_A_SECOND * seconds;
    report("a changed product is found", versions, expected, 2_000);
    report("a click lifts the product for its shopper", clicks, expected, 1_000);
  }

  private static void report(String what, Queue<Double> delays, int expected, int bar) {
    List<Double> sorted = delays.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%s: %d of about %d; after p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, most %.0f ms (bar for"
            + " p99 %d ms: %s)%n",
        what,
        sorted.size(),
        expected,
        quantile(sorted, 0.5),
        quantile(sorted, 0.9),
        quantile(sorted, 0.99),
        quantile(sorted, 1),
        bar,
        quantile(sorted, 0.99) <= bar && sorted.size() >= expected - PROBES_A_SECOND
            ? "met"
            : "missed");
  }

  private static double quantile(List<Double> sorted, double share) {
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  /** Events that are sent and not waited for. */
  private void views(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String user = "user-" + random.nextInt(5_000);
      lines.append(event(user, "view", products.get(random.nextInt(products.size()))));
    }
    client
        .sendAsync(post("/v1/events", lines.toString()), HttpResponse.BodyHandlers.ofString())
        .thenAccept(
            answer -> {
              if (answer.statusCode() == 202) {
                accepted.addAndGet(count);
              } else {
                refused.incrementAndGet();
              }
            });
  }

  private synchronized String event(String user, String type, String product) {
    return String.format(
        Locale.ROOT,
        "{\"id\":\"e-%d\",\"user\":\"%s\",\"type\":\"%s\",\"product\":\"%s\",\"at\":\"%s\"}\n",
        events++,
        user,
        type,
        product,
        Instant.now());
  }

  private Void version(int probe, String product, @Nullable Queue<Double> delays) throws Exception {
    String word = "neu" + probe + "q";
    String line =
        String.format(
            Locale.ROOT,
            "{\"id\":\"%s\",\"title\":\"改名 %s\",\"price\":%d.00}",
            product,
            word,
            probe);
    timed(
        "/v1/products",
        line,
        search(word, null, 5),
        answer -> answer.contains("改名 " + word),
        delays);
    return null;
  }

  private Void click(int probe, String query, @Nullable Queue<Double> delays) throws Exception {
    String user = "probe-" + probe;
    String search = search(query, user, 20);
    JsonNode before = JsonMapper.shared().readTree(get(search)).path("hits");
    String product = before.at("/7/product/id").asString();
    timed(
        "/v1/events",
        event(user, "click", product),
        search,
        answer -> above(answer, product, 7) && get(search + "&explain=true").contains(SEEN),
        delays);
    return null;
  }

  /** Whether a product stands above a place, counted from 0. */
  private static boolean above(String answer, String product, int place) {
    JsonNode hits = JsonMapper.shared().readTree(answer).path("hits");
    for (int i = 0; i < Math.min(place, hits.size()); i++) {
      if (hits.get(i).at("/product/id").asString().equals(product)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an answer shows what a probe waits for. */
  @FunctionalInterface
  private interface Shown {
    boolean test(String answer) throws IOException, InterruptedException;
  }

  private void timed(
      String path, String body, String search, Shown shown, @Nullable Queue<Double> delays)
      throws Exception {
    long start = System.nanoTime();
    int status = client.send(post(path, body), HttpResponse.BodyHandlers.ofString()).statusCode();
    if (status != 202) {
      refused.incrementAndGet();
      return;
    }
    while (!shown.test(get(search))) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
    }
    if (delays != null) {
      delays.add((System.nanoTime() - start) / 1e6);
    }
  }

  private static String search(String query, @Nullable String user, int size) {
    return "/v1/search?q="
        + URLEncoder.encode(query, UTF_8)
        + "&size="
        + size
        + (user == null ? "" : "&user=" + user);
  }

  private HttpRequest post(String path, String body) {
    return HttpRequest.newBuilder(URI.create(server + path))
        .header("Content-Type", "application/x-ndjson")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private String get(String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(server + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
