package io.xunbao.flinkjobs.run;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.flink.metrics.CharacterFilter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.runtime.metrics.ReporterSetup;
import org.apache.flink.runtime.metrics.filter.ReporterFilter;

/**
 * What the jobs of this process measure, in Prometheus' text form. The names are those of Flink's
 * own Prometheus reporter, which a cluster uses, so that one dashboard serves both; of Flink's many
 * measurements those that an operator watches, and all of this project's.
 */
public final class StreamMetrics {
  private static final Set<String> FLINKS =
      Set.of(
          "numRecordsIn",
          "numRecordsOut",
          "busyTimeMsPerSecond",
          "backPressuredTimeMsPerSecond",
          "pendingRecords",
          "records-lag-max",
          "currentFetchEventTimeLag",
          "lastCheckpointDuration",
          "lastCheckpointSize",
          "numberOfCompletedCheckpoints",
          "numberOfFailedCheckpoints",
          "numRestarts");
  private static final Set<String> OURS =
      Set.of(
          "refused",
          "snapshotsPublished",
          "snapshotAgeSeconds",
          "newestMessageAgeSeconds",
          "snapshotsShared",
          "bytesShared",
          "shareFailures",
          "shareBehindSeconds");
  private static final List<String> OUR_GROUPS = List.of("behaviour", "stats", "training");
  private static final String WATERMARK = "currentInputWatermark";
  private static final String WATERMARK_LAG = "xunbao_stream_watermark_lag_seconds";
  private static final Set<String> LABELS =
      Set.of("job_name", "task_name", "operator_name", "subtask_index", "rule");
  private static final CharacterFilter FILTER = text -> text.replaceAll("[^a-zA-Z0-9:_]", "_");
  private static final double MILLIS = 1e3;

  private final Map<Metric, Series> series = new ConcurrentHashMap<>();

  /** Where a measurement is shown. */
  private record Series(String name, String labels) {}

  /** Everything at this moment; empty where no job runs. */
  public String exposition() {
    Map<String, Map<String, Double>> families = new TreeMap<>();
    series.forEach(
        (metric, shown) -> {
          double value = value(metric);
          if (shown.name().equals(WATERMARK_LAG)) {
            value = watermarkLag(value);
          }
          if (!Double.isNaN(value)) {
            families
                .computeIfAbsent(shown.name(), name -> new TreeMap<>())
                .put(shown.labels(), value);
          }
        });
    StringBuilder text = new StringBuilder();
    families.forEach(
        (name, values) -> {
          text.append("# TYPE ").append(name).append(" gauge\n");
          values.forEach(
              (labels, value) ->
                  text.append(name).append(labels).append(' ').append(value).append('\n'));
        });
    return text.toString();
  }

  /** What a cluster in this process reports to. */
  Collection<ReporterSetup> reporters() {
    return List.of(
        new ReporterSetup(
            "xunbao",
            new MetricConfig(),
            new Collecting(),
            ReporterFilter.getNoOpFilter(),
            Map.of()));
  }

  private static double value(Metric metric) {
    return switch (metric) {
      case Counter counter -> counter.getCount();
      case Meter meter -> meter.getRate();
      case Gauge<?> gauge ->
          gauge.getValue() instanceof Number number ? number.doubleValue() : Double.NaN;
      default -> Double.NaN;
    };
  }

  /** Before the first event and after the last one a watermark is no time. */
  private static double watermarkLag(double watermark) {
    return watermark <= 0 || watermark >= Long.MAX_VALUE
        ? Double.NaN
        : (System.currentTimeMillis() - watermark) / MILLIS;
  }

  private final class Collecting implements MetricReporter {
    @Override
    public void open(MetricConfig config) {
      // nothing to prepare
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
      String scope = LogicalScopeProvider.castFrom(group).getLogicalScope(FILTER, '_');
      boolean ours = OURS.contains(name) || OUR_GROUPS.stream().anyMatch(g -> within(scope, g));
      if (name.equals(WATERMARK) && scope.endsWith("_operator")) {
        series.put(metric, new Series(WATERMARK_LAG, labels(group)));
      } else if (ours || FLINKS.contains(name)) {
        String full = "flink_" + scope + "_" + FILTER.filterCharacters(name);
        series.put(metric, new Series(full, labels(group)));
      }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
      series.remove(metric);
    }

    @Override
    public void close() {
      series.clear();
    }
  }

  private static boolean within(String scope, String group) {
    return scope.endsWith("_operator_" + group) || scope.contains("_operator_" + group + "_");
  }

  private static String labels(MetricGroup group) {
    return group.getAllVariables().entrySet().stream()
        .map(entry -> Map.entry(entry.getKey().replaceAll("[<>]", ""), entry.getValue()))
        .filter(entry -> LABELS.contains(entry.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%s=\"%s\"",
                    entry.getKey(),
                    entry.getValue().replaceAll("[\"\\\\\n]", "_")))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
