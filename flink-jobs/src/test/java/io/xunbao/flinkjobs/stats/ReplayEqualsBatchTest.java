package io.xunbao.flinkjobs.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordReader;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.ranker.feedback.EventMapping;
import io.xunbao.ranker.feedback.EventReader;
import io.xunbao.testing.Seeded;
import io.xunbao.testing.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real events, replayed as a stream out of order, give the statistics of a batch, to the bit. */
class ReplayEqualsBatchTest {
  private static final StatsSettings SETTINGS = StatsSettings.defaults();
  private static final long JITTER = 60_000;

  /** Flink's interval of watermarks, in milliseconds of the clock on the wall. */
  private static final long WATERMARKS = 200;

  @Seeded
  @ParameterizedTest
  @ValueSource(ints = {10, 100})
  void replay_taobaoStream_equalsTheBatch(int speed, RandomGenerator random) throws Exception {
    Path file = SharedData.file("behaviour/taobao-stream.csv");
    EventMapping mapping = EventMapping.load(mapping("taobao-stream.yaml"));
    long firstBelieved = 1_000_000_000_000L;
    List<ProductAction> actions =
        Clickers.actions(new EventReader(mapping).read(file).events()).stream()
            .filter(action -> action.at() > firstBelieved)
            .toList();
    assertThat(actions.size()).isGreaterThan(96_000);
    assertReplayEqualsBatch(actions, speed, random);
  }

  @Seeded
  @ParameterizedTest
  @ValueSource(ints = {10, 100})
  void replay_tmallDoubleEleven_equalsTheBatch(int speed, RandomGenerator random) throws Exception {
    List<ProductAction> actions = SalesSnapshot.gains(tmall());
    assertThat(actions.size()).isGreaterThan(10_000);
    assertReplayEqualsBatch(actions, speed, random);
  }

  private static Path mapping(String name) {
    return SharedData.projectRoot().resolve("examples/mappings").resolve(name);
  }

  private static List<SalesSnapshot> tmall() throws IOException {
    Path file = SharedData.file("zh/tmall-double11-2016.csv");
    ProductMapping mapping = ProductMapping.load(mapping("tmall-double11-2016.yaml"));
    DateTimeFormatter days = DateTimeFormatter.ofPattern("yyyy/M/d", Locale.ROOT);
    List<SalesSnapshot> snapshots = new ArrayList<>();
    try (RecordReader reader = RecordReader.open(file, mapping)) {
      for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
        Map<String, Object> row = record.fields();
        LocalDate day = LocalDate.parse(String.valueOf(row.get("update_time")), days);
        snapshots.add(
            new SalesSnapshot(
                String.valueOf(row.get("id")),
                day.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant().toEpochMilli(),
                whole(row.get("sale_count")),
                whole(row.get("comment_count"))));
      }
    }
    return snapshots;
  }

  private static long whole(Object value) {
    String text = String.valueOf(value);
    return text.matches("\\d+(\\.0)?") ? (long) Double.parseDouble(text) : 0;
  }

  private static void assertReplayEqualsBatch(
      List<ProductAction> actions, int speed, RandomGenerator random) throws Exception {
    Map<String, List<ProductAction>> byProduct =
        actions.stream().collect(Collectors.groupingBy(ProductAction::product));
    long end = Buckets.hourOf(actions.stream().mapToLong(ProductAction::at).max().orElseThrow());
    BatchStats batch = new BatchStats(SETTINGS);
    Map<String, ProductStats> last = replay(actions, speed, random);
    assertThat(last.keySet()).isEqualTo(byProduct.keySet());
    last.forEach(
        (product, stats) -> {
          List<ProductAction> own = byProduct.get(product);
          assertThat(stats).isEqualTo(batch.stats(product, own, stats.hour()));
          ProductStats now = batch.stats(product, own, end);
          assertThat(stats.windows())
              .as("windows of %s still hold", product)
              .isEqualTo(now.windows());
        });
  }

  /** The last statistics of each product after the clocks came to the end of the log. */
  private static Map<String, ProductStats> replay(
      List<ProductAction> actions, int speed, RandomGenerator random) throws Exception {
    record Arrival(ProductAction action, long time) {}
    List<Arrival> arrivals =
        actions.stream()
            .map(a -> new Arrival(a, a.at() + random.nextLong(JITTER)))
            .sorted(Comparator.comparingLong(Arrival::time))
            .toList();
    long start = arrivals.getFirst().time();
    int crash = random.nextInt(arrivals.size());
    Map<String, ProductStats> last = new HashMap<>();
    try (StatsHarness job = new StatsHarness(SETTINGS)) {
      long newest = Long.MIN_VALUE;
      long marked = 0;
      for (int i = 0; i < arrivals.size(); i++) {
        Arrival arrival = arrivals.get(i);
        long wall = (arrival.time() - start) / speed;
        if (wall > marked + WATERMARKS && newest != Long.MIN_VALUE) {
          marked = wall;
          job.time(wall);
          job.watermark(newest - JITTER);
        }
        if (i == crash) {
          job.restart();
        }
        job.send(arrival.action());
        newest = Math.max(newest, arrival.action().at());
      }
      job.watermark(newest);
      job.time((arrivals.getLast().time() - start) / speed + 1_000);
      assertThat(job.late()).isEmpty();
      job.stats().forEach(stats -> last.put(stats.product(), stats));
    }
    return last;
  }
}
