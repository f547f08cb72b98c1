package io.xunbao.benchmarks.streams;

import io.xunbao.flinkjobs.stats.ProductAction;
import io.xunbao.flinkjobs.stats.SalesSnapshot;
import io.xunbao.indexer.catalog.ProductMapping;
import io.xunbao.indexer.catalog.RecordReader;
import io.xunbao.indexer.catalog.SourceRecord;
import io.xunbao.ranker.feedback.BehaviourEvent;
import io.xunbao.ranker.feedback.EventMapping;
import io.xunbao.ranker.feedback.EventReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The real logs that are replayed as streams. */
final class StreamLogs {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Path MAPPINGS = Path.of("examples/mappings");

  private StreamLogs() {}

  /** Events of a Chinese shop within two hours, those with a broken clock left out. */
  static List<BehaviourEvent> taobao(Path data) throws IOException {
    EventMapping mapping = EventMapping.load(MAPPINGS.resolve("taobao-stream.yaml"));
    return new EventReader(mapping)
        .read(data.resolve("behaviour/taobao-stream.csv")).events().stream()
            .filter(event -> event.at().isAfter(EARLIEST))
            .toList();
  }

  /** What was bought and reviewed between daily snapshots of cosmetics. */
  static List<ProductAction> tmall(Path data) throws IOException {
    ProductMapping mapping = ProductMapping.load(MAPPINGS.resolve("tmall-double11-2016.yaml"));
    DateTimeFormatter days = DateTimeFormatter.ofPattern("yyyy/M/d", Locale.ROOT);
    List<SalesSnapshot> snapshots = new ArrayList<>();
    try (RecordReader reader =
        RecordReader.open(data.resolve("zh/tmall-double11-2016.csv"), mapping)) {
      for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
        Map<String, Object> row = record.fields();
        LocalDate day = LocalDate.parse(String.valueOf(row.get("update_time")), days);
        snapshots.add(
            new SalesSnapshot(
                String.valueOf(row.get("id")),
                day.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant().toEpochMilli(),
                whole(String.valueOf(row.get("sale_count"))),
                whole(String.valueOf(row.get("comment_count")))));
      }
    }
    return SalesSnapshot.gains(snapshots);
  }

  private static long whole(String text) {
    return text.matches("\\d+(\\.0)?") ? (long) Double.parseDouble(text) : 0;
  }
}
