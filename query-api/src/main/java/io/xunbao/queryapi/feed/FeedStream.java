package io.xunbao.queryapi.feed;

/** The streams that callers may feed. */
public enum FeedStream {
  /** Product records, keyed by product id. */
  PRODUCTS,
  /** Behaviour events, keyed by user. */
  EVENTS
}
