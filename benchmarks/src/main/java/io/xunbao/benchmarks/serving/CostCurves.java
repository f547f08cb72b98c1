package io.xunbao.benchmarks.serving;

import io.github.metarank.lightgbm4j.LGBMException;
import io.xunbao.benchmarks.CpuTime;
import io.xunbao.benchmarks.Plot;
import io.xunbao.benchmarks.ranking.TreeCosts;
import io.xunbao.queryapi.interest.InterestStore;
import io.xunbao.ranker.feedback.EventType;
import io.xunbao.ranker.interest.EventWeights;
import io.xunbao.ranker.interest.LiveInterests;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What a learned search costs as the window, the trees and the shoppers grow: a table, and a
 * picture of it. CPU time of the measured process, so that others on the machine count little.
 *
 * <p>Arguments: the data folder, a folder to keep index and model in (that of {@link SearchLoad}
 * will do), the SVG file to write.
 */
public final class CostCurves {
  private static final int[] WINDOWS = {25, 50, 100, 200, 400, 800};
  private static final int[] SHOPPERS = {1_000, 10_000, 100_000, 1_000_000};
  private static final int READS = 1_000_000;
  private static final int DIMENSIONS = 64;
  private static final int EVENTS = 5;
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  /** As long as the compiler of a new server takes much of the CPU. */
  private static final Duration WARM_UP = Duration.ofSeconds(45);

  private static final Duration MEASURED = Duration.ofSeconds(10);

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private CostCurves() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, LGBMException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException(
          "three arguments are needed: data folder, work folder, SVG file; got "
              + arguments.length);
    }
    new CostCurves()
        .run(LoadedShop.prepare(Path.of(arguments[0]), Path.of(arguments[1])), arguments[2]);
  }

  private void run(LoadedShop shop, String svg)
      throws IOException, InterruptedException, LGBMException {
    List<Plot.Curve> curves = new ArrayList<>();
    curves.add(windows(shop));
    curves.add(TreeCosts.measure());
    List<Plot.Point> bytes = new ArrayList<>();
    List<Plot.Point> reads = new ArrayList<>();
    shoppers(SHOPPERS[0], new ArrayList<>(), new ArrayList<>()); // to warm up
    for (int shoppers : SHOPPERS) {
      shoppers(shoppers, bytes, reads);
    }
    curves.add(new Plot.Curve("A shopper's interests, read", "shoppers", "CPU ns", reads));
    curves.add(new Plot.Curve("A shopper's interests, kept", "shoppers", "bytes each", bytes));
    curves.forEach(this::print);
    Files.writeString(Path.of(svg), Plot.svg(curves));
  }

  /** CPU of the server, everything that a search over HTTP costs. */
  private static Plot.Curve windows(LoadedShop shop) throws IOException, InterruptedException {
    List<Plot.Point> points = new ArrayList<>();
    for (int window : WINDOWS) {
      try (Xunbao.Server server = Xunbao.Server.start(shop, window, 0)) {
        Load load = new Load(server, shop.queries(), "ltr");
        load.run(2, WARM_UP);
        points.add(new Plot.Point(window, load.run(2, MEASURED).cpuMillis()));
      }
    }
    return new Plot.Curve("Learned search, 300 trees", "window", "server CPU ms", points);
  }

  private static void shoppers(int shoppers, List<Plot.Point> bytes, List<Plot.Point> reads) {
    RandomGenerator random = new SplittableRandom(1);
    try (InterestStore store = new InterestStore(shoppers)) {
      for (int i = 0; i < shoppers; i++) {
        store.put("u" + i, interests(random));
      }
      bytes.add(new Plot.Point(shoppers, store.bytes() / (double) shoppers));
      read(store, shoppers, random);
      CpuTime cpu = new CpuTime();
      read(store, shoppers, random);
      reads.add(new Plot.Point(shoppers, cpu.seconds() * 1e9 / READS));
    }
  }

  private static void read(InterestStore store, int shoppers, RandomGenerator random) {
    for (int i = 0; i < READS; i++) {
      if (store.get("u" + random.nextInt(shoppers)).isEmpty()) {
        throw new IllegalStateException("a shopper who was put must be found");
      }
    }
  }

  private static LiveInterests interests(RandomGenerator random) {
    LiveInterests interests = LiveInterests.none(DIMENSIONS);
    float[] vector = new float[DIMENSIONS];
    vector[random.nextInt(DIMENSIONS)] = 1;
    for (int i = 0; i < EVENTS; i++) {
      String product = "p" + random.nextInt(100_000);
      String category = "c" + random.nextInt(50);
      interests =
          interests.plus(EventType.CLICK, product, vector, category, NOW, EventWeights.defaults());
    }
    return interests;
  }

  private void print(Plot.Curve curve) {
    for (Plot.Point point : curve.points()) {
      out.printf(
          Locale.ROOT,
          "%-28s %,12.0f %-20s %10.2f %s%n",
          curve.title(),
          point.at(),
          curve.across(),
          point.cost(),
          curve.up());
    }
  }
}
