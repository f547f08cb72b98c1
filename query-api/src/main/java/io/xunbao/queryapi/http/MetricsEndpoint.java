package io.xunbao.queryapi.http;

import java.util.function.Supplier;

/** {@code GET /metrics}, in Prometheus' text form: the server's, then those of the streams. */
final class MetricsEndpoint implements Endpoint {
  private final Metrics metrics;
  private final Supplier<String> streams;

  MetricsEndpoint(Metrics metrics, Supplier<String> streams) {
    this.metrics = metrics;
    this.streams = streams;
  }

  @Override
  public String path() {
    return "/metrics";
  }

  @Override
  public Reply answer(Parameters parameters) {
    return Reply.text("text/plain; version=0.0.4", metrics.exposition() + streams.get());
  }
}
