package io.xunbao.queryapi.http;

import io.xunbao.queryapi.feed.Feed;
import io.xunbao.queryapi.interest.ShopperMemory;
import io.xunbao.queryapi.log.ImpressionLog;
import java.util.Objects;

/**
 * What connects a server with the streams. The server closes none of it.
 *
 * @param feed where records go
 * @param shoppers what is known of shoppers, and can be forgotten
 * @param impressions where what was shown is logged; watched here alone
 */
public record StreamLinks(Feed feed, ShopperMemory shoppers, ImpressionLog impressions) {
  public StreamLinks {
    Objects.requireNonNull(feed, "feed");
    Objects.requireNonNull(shoppers, "shoppers");
    Objects.requireNonNull(impressions, "impressions");
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
