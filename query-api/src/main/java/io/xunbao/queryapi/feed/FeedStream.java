package io.xunbao.queryapi.feed;

/** The streams that the front door feeds. */
public enum FeedStream {
  /** Product records, keyed by product id. */
  PRODUCTS,
  /** Behaviour events, keyed by user. */
  EVENTS,
  /** Shoppers to forget, keyed by pseudonym. */
  ERASURES,
  /** What shoppers care for, keyed by pseudonym: only that somebody is gone is said from here. */
  INTERESTS
}
