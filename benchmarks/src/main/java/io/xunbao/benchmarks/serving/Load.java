package io.xunbao.benchmarks.serving;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that ask one query after the other, each over a connection that it keeps. */
final class Load {
  private final Xunbao.Server server;
  private final List<URI> requests;

  Load(Xunbao.Server server, List<String> queries, String ranker) {
    this.server = server;
    this.requests =
        queries.stream()
            .map(q -> URLEncoder.encode(q, StandardCharsets.UTF_8))
            .map(q -> server.uri().resolve("/v1/search?size=10&ranker=" + ranker + "&q=" + q))
            .toList();
  }

  /**
   * What was measured.
   *
   * @param micros latencies, ascending
   * @param partial answers that lack a step, such as the ranking that was asked for
   */
  record Result(long[] micros, Duration took, Duration serverCpu, long failed, long partial) {
    double perSecond() {
      return micros.length / (took.toNanos() / 1e9);
    }

    double percentileMillis(double share) {
      return micros[(int) Math.min(micros.length - 1, Math.floor(share * micros.length))] / 1e3;
    }

    double cpuMillis() {
      return serverCpu.toNanos() / 1e6 / micros.length;
    }
  }

  Result run(int clients, Duration duration) throws InterruptedException {
    long start = System.nanoTime();
    Duration cpu = server.cpu();
    List<Client> done = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Callable<Client>> tasks = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int first = i * requests.size() / clients;
        tasks.add(() -> new Client(first).ask(start + duration.toNanos()));
      }
      for (Future<Client> client : threads.invokeAll(tasks)) {
        done.add(client.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed", e);
    }
    return new Result(
        done.stream().flatMapToLong(c -> c.micros.stream().mapToLong(m -> m)).sorted().toArray(),
        Duration.ofNanos(System.nanoTime() - start),
        server.cpu().minus(cpu),
        done.stream().mapToLong(c -> c.failed).sum(),
        done.stream().mapToLong(c -> c.partial).sum());
  }

  private final class Client {
    private final List<Long> micros = new ArrayList<>();
    private int next;
    private long failed;
    private long partial;

    Client(int first) {
      this.next = first;
    }

    Client ask(long end) throws IOException, InterruptedException {
      try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
        while (System.nanoTime() < end) {
          HttpRequest request =
              HttpRequest.newBuilder(requests.get(next++ % requests.size())).build();
          long start = System.nanoTime();
          HttpResponse<byte[]> reply = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
          micros.add((System.nanoTime() - start) / 1_000);
          failed += reply.statusCode() == 200 ? 0 : 1;
          partial += text(reply).contains("\"partial\":true") ? 1 : 0;
        }
      }
      return this;
    }

    private static String text(HttpResponse<byte[]> reply) {
      return new String(reply.body(), StandardCharsets.UTF_8);
    }
  }
}
