package io.xunbao.queryapi.http;

/** {@code GET /metrics}, in Prometheus' text form. */
final class MetricsEndpoint implements Endpoint {
  private final Metrics metrics;

  MetricsEndpoint(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public String path() {
    return "/metrics";
  }

  @Override
  public Reply answer(Parameters parameters) {
    return Reply.text("text/plain; version=0.0.4", metrics.exposition());
  }
}
