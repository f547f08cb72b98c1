package io.xunbao.queryapi.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.xunbao.queryapi.feed.FeedStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The server's measurements, in Prometheus' text form at {@code /metrics}. */
final class Metrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<RouteAndStatus, Timer> timers = new ConcurrentHashMap<>();
  private final Counter refused =
      Counter.builder("xunbao.searches.refused")
          .description("Searches refused because too many ran at once")
          .register(registry);
  private final Counter partial =
      Counter.builder("xunbao.searches.partial")
          .description("Answers that left a step out to keep the deadline")
          .register(registry);
  private final Counter empty =
      Counter.builder("xunbao.searches.empty")
          .description("Searches with words that found nothing")
          .register(registry);

  Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
  }

  void request(String route, int status, long tookNanos) {
    timers
        .computeIfAbsent(new RouteAndStatus(route, status), this::timer)
        .record(tookNanos, TimeUnit.NANOSECONDS);
  }

  void refused() {
    refused.increment();
  }

  void partial() {
    partial.increment();
  }

  void empty() {
    empty.increment();
  }

  /** Records that a stream has taken. */
  void fed(FeedStream stream, int records) {
    Counter.builder("xunbao.feed.records")
        .description("Posted records that a stream has acknowledged")
        .tag("stream", stream.name().toLowerCase(Locale.ROOT))
        .register(registry)
        .increment(records);
  }

  <T> void gauge(String name, String description, T source, ToDoubleFunction<T> value) {
    Gauge.builder(name, source, value).description(description).register(registry);
  }

  /** A number that only grows and that another part keeps. */
  <T> void count(String name, String description, T source, ToDoubleFunction<T> value) {
    FunctionCounter.builder(name, source, value).description(description).register(registry);
  }

  String exposition() {
    return registry.scrape();
  }

  private Timer timer(RouteAndStatus key) {
    return Timer.builder("xunbao.http.requests")
        .description("Requests answered")
        .tag("route", key.route())
        .tag("status", Integer.toString(key.status()))
        .publishPercentileHistogram()
        .minimumExpectedValue(java.time.Duration.ofMillis(1))
        .maximumExpectedValue(java.time.Duration.ofSeconds(5))
        .register(registry);
  }

  private record RouteAndStatus(String route, int status) {}
}
