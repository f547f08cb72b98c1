package io.xunbao.benchmarks.serving;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Queries a second, latency and the server's CPU a query over HTTP: BM25, the default ranking and
 * learned ranking by 300 trees of 31 leaves, for one client and for two, on the union of the
 * Chinese catalogues with real queries. The clients run in this process, the server in another. The
 * rankers take turns, so that what else the machine does falls on all of them alike.
 *
 * <p>Arguments: the data folder, a folder to keep index and model in, seconds of warm-up a ranker,
 * seconds a measurement, rounds, answers that the server keeps. By default it keeps none: the
 * queries come round again, so a cache would measure itself.
 */
public final class SearchLoad {
  /** Hits that the learned model ranks. */
  private static final int WINDOW = 200;

  private static final List<String> RANKERS = List.of("bm25", "default", "ltr");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Path data;
  private final Path work;
  private final Duration warmUp;
  private final Duration measured;
  private final int rounds;
  private final int answers;

  private SearchLoad(Path data, Path work, String[] arguments) {
    this.data = data;
    this.work = work;
    this.warmUp = Duration.ofSeconds(number(arguments, 2, 30));
    this.measured = Duration.ofSeconds(number(arguments, 3, 10));
    this.rounds = number(arguments, 4, 2);
    this.answers = number(arguments, 5, 0);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path data = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data");
    Path work =
        arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("search-load");
    new SearchLoad(data, work, arguments).run();
  }

  private static int number(String[] arguments, int at, int otherwise) {
    return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
  }

  private void run() throws IOException, InterruptedException {
    LoadedShop shop = LoadedShop.prepare(data, work);
    List<String> queries = shop.queries();
    try (Xunbao.Server server = Xunbao.Server.start(shop, WINDOW, answers)) {
      for (String ranker : RANKERS) {
        new Load(server, queries, ranker).run(2, warmUp);
      }
      for (int round = 1; round <= rounds; round++) {
        out.println("round " + round);
        for (int clients = 1; clients <= 2; clients++) {
          for (String ranker : RANKERS) {
            print(ranker, clients, new Load(server, queries, ranker).run(clients, measured));
          }
        }
      }
    }
  }

  private void print(String ranker, int clients, Load.Result result) {
    out.printf(
        Locale.ROOT,
        "%-8s %d client%s  %,6.0f queries/s  p50 %.2f ms  p99 %.2f ms  server CPU %.2f ms a query"
            + "  p99/p50 %.1f  failed %d  cut short %d%n",
        ranker,
        clients,
        clients == 1 ? " " : "s",
        result.perSecond(),
        result.percentileMillis(0.5),
        result.percentileMillis(0.99),
        result.cpuMillis(),
        result.percentileMillis(0.99) / result.percentileMillis(0.5),
        result.failed(),
        result.partial());
  }
}
