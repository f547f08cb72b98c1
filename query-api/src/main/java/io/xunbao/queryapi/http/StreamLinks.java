package io.xunbao.queryapi.http;

import io.xunbao.queryapi.feed.Feed;
import io.xunbao.queryapi.interest.ShopperMemory;
import io.xunbao.queryapi.log.ImpressionLog;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What connects a server with the streams. The server closes none of it.
 *
 * @param feed where records go
 * @param shoppers what is known of shoppers, and can be forgotten
 * @param impressions where what was shown is logged; watched here alone
 * @param metrics what streaming jobs of this process measure, in Prometheus' text form, shown at
 *     {@code /metrics}; empty where there are none
 */
public record StreamLinks(
    Feed feed, ShopperMemory shoppers, ImpressionLog impressions, Supplier<String> metrics) {
  public StreamLinks {
    Objects.requireNonNull(feed, "feed");
    Objects.requireNonNull(shoppers, "shoppers");
    Objects.requireNonNull(impressions, "impressions");
    Objects.requireNonNull(metrics, "metrics");
  }

  /** Streams whose jobs run elsewhere. */
  public StreamLinks(Feed feed, ShopperMemory shoppers, ImpressionLog impressions) {
    this(feed, shoppers, impressions, () -> "");
  }

  /** A server that stands alone. */
  public static StreamLinks off() {
    return of(Feed.off());
  }

  /** A server that takes records and knows no shoppers. */
  public static StreamLinks of(Feed feed) {
    return new StreamLinks(feed, ShopperMemory.off(), ImpressionLog.OFF);
  }
}
