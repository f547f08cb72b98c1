package io.xunbao.benchmarks.serving;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Two builds of the server asked the same queries in turns, two clients each: what a change brings,
 * on a machine whose speed changes by the minute.
 *
 * <p>Arguments: the data folder, a folder to keep index and model in, the jar {@code
 * standalone/target/standalone-*.jar} of the build before and of the one after, turns, seconds a
 * turn.
 */
public final class ServersInTurns {
  private static final int WINDOW = 200;
  private static final int CLIENTS = 2;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final List<String> RANKERS = List.of("ltr", "bm25");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final List<String> queries;
  private final List<Xunbao.Server> servers;
  private final int turns;
  private final Duration turn;

  private ServersInTurns(
      List<String> queries, List<Xunbao.Server> servers, int turns, Duration turn) {
    this.queries = queries;
    this.servers = servers;
    this.turns = turns;
    this.turn = turn;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < 4) {
      throw new IllegalArgumentException(
          "name the data folder, a folder to work in, the jar before and the jar after, got "
              + Arrays.toString(arguments));
    }
    LoadedShop shop = LoadedShop.prepare(Path.of(arguments[0]), Path.of(arguments[1]));
    int turns = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 7;
    int seconds = arguments.length > 5 ? Integer.parseInt(arguments[5]) : 4;
    try (Xunbao.Server before = Xunbao.Server.start(arguments[2], shop, WINDOW, 0);
        Xunbao.Server after = Xunbao.Server.start(arguments[3], shop, WINDOW, 0)) {
      new ServersInTurns(shop.queries(), List.of(before, after), turns, Duration.ofSeconds(seconds))
          .run();
    }
  }

  private void run() throws IOException, InterruptedException {
    for (String ranker : RANKERS) {
      for (Xunbao.Server server : servers) {
        new Load(server, queries, ranker).run(CLIENTS, WARM_UP);
      }
    }
    for (String ranker : RANKERS) {
      Load.Result[][] results = new Load.Result[servers.size()][turns];
      for (int i = 0; i < turns; i++) {
        for (int server = 0; server < results.length; server++) {
          results[server][i] = new Load(servers.get(server), queries, ranker).run(CLIENTS, turn);
        }
      }
      print(ranker, "server CPU ms a query", results, Load.Result::cpuMillis);
      print(ranker, "p99 ms", results, result -> result.percentileMillis(0.99));
    }
  }

  private void print(
      String ranker, String what, Load.Result[][] results, ToDoubleFunction<Load.Result> of) {
    double before = median(results[0], of);
    double after = median(results[1], of);
    out.printf(
        Locale.ROOT,
        "%-5s %-22s before %.3f  after %.3f  ratio %.3f%n",
        ranker,
        what,
        before,
        after,
        before / after);
  }

  private static double median(Load.Result[] results, ToDoubleFunction<Load.Result> of) {
    double[] sorted = Arrays.stream(results).mapToDouble(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
