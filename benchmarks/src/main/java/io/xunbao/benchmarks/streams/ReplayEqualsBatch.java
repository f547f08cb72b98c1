package io.xunbao.benchmarks.streams;

import io.xunbao.flinkjobs.stats.BatchStats;
import io.xunbao.flinkjobs.stats.Clickers;
import io.xunbao.flinkjobs.stats.ProductAction;
import io.xunbao.flinkjobs.stats.ProductStats;
import io.xunbao.flinkjobs.stats.ProductStatsJob;
import io.xunbao.flinkjobs.stats.StatsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * Replays real logs through Flink with two subtasks, out of order by up to a minute, and holds all
 * statistics that come after the last action against a batch computation: they must be equal to the
 * last bit.
 *
 * <p>Arguments: the data folder, and how many times faster than life (default 0: as fast as it
 * goes; the second log spans nine days, so it is always replayed so).
 */
final class ReplayEqualsBatch {
  private static final long JITTER = Duration.ofMinutes(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long SEED = 20_261_124;
  private static final StatsSettings SETTINGS = StatsSettings.defaults();

  private ReplayEqualsBatch() {}

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    double speed = args.length > 1 ? Double.parseDouble(args[1]) : 0;
    boolean equal = replay("taobao-stream", Clickers.actions(StreamLogs.taobao(data)), speed);
    equal &= replay("tmall-double11-2016", StreamLogs.tmall(data), 0);
    System.exit(equal ? 0 : 1);
  }

  private static boolean replay(String name, List<ProductAction> actions, double speed)
      throws Exception {
    RandomGenerator random = new SplittableRandom(SEED);
    record Arrival(ProductAction action, long time) {}
    List<ProductAction> arrivals =
        actions.stream()
            .map(a -> new Arrival(a, a.at() + random.nextLong(JITTER)))
            .sorted(Comparator.comparingLong(Arrival::time))
            .map(Arrival::action)
            .toList();
    long end = actions.stream().mapToLong(ProductAction::at).max().orElseThrow() / HOUR;
    Map<String, List<ProductAction>> byProduct =
        actions.stream().collect(Collectors.groupingBy(ProductAction::product));
    BatchStats batch = new BatchStats(SETTINGS);
    long start = System.nanoTime();
    long told = 0;
    long compared = 0;
    long different = 0;
    Set<String> products = new HashSet<>();
    try (CloseableIterator<ProductStats> all = stream(arrivals, speed).executeAndCollect(name)) {
      while (all.hasNext()) {
        ProductStats stats = all.next();
        told++;
        if (stats.hour() > end) {
          compared++;
          products.add(stats.product());
          List<ProductAction> own = byProduct.getOrDefault(stats.product(), List.of());
          different += stats.equals(batch.stats(stats.product(), own, stats.hour())) ? 0 : 1;
        }
      }
    }
    double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    System.out.printf(
        Locale.ROOT,
        "%s, speed %s: %,d actions on %,d products in %.1f s; %,d statistics told, %,d of %,d"
            + " products compared after the last action, %,d different%n",
        name,
        speed == 0 ? "as fast as it goes" : speed + "x",
        actions.size(),
        byProduct.size(),
        seconds,
        told,
        compared,
        products.size(),
        different);
    return different == 0 && products.equals(byProduct.keySet());
  }

  private static DataStream<ProductStats> stream(List<ProductAction> arrivals, double speed) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(RestOptions.BIND_PORT, "0");
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
    DataStream<ProductAction> actions =
        environment
            .fromData(
                TypeInformation.of(ProductAction.class), arrivals.toArray(ProductAction[]::new))
            .setParallelism(1)
            .map(new Pace(speed), TypeInformation.of(ProductAction.class))
            .setParallelism(1)
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<ProductAction>forBoundedOutOfOrderness(Duration.ofMillis(JITTER))
                    .withTimestampAssigner((action, before) -> action.at()))
            .setParallelism(1);
    return ProductStatsJob.count(actions, SETTINGS).stats();
  }

  /** Lets actions pass no sooner than at their time, a number of times faster than life. */
  private static final class Pace implements MapFunction<ProductAction, ProductAction> {
    private static final long serialVersionUID = 1;

    private final double speed;
    private transient long firstAt;
    private transient long startNanos;

    Pace(double speed) {
      this.speed = speed;
    }

    @Override
    public ProductAction map(ProductAction action) {
      if (startNanos == 0) {
        startNanos = System.nanoTime();
        firstAt = action.at();
      }
      if (speed > 0) {
        long due = startNanos + (long) ((action.at() - firstAt) * 1e6 / speed);
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
          LockSupport.parkNanos(wait);
        }
      }
      return action;
    }
  }
}
