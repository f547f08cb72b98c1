package io.xunbao.flinkjobs.io;

import java.time.Duration;
import java.util.Optional;

/** The streams between the front door, the jobs and the index, and how Kafka keeps each. */
public enum Topic {
  /** Product records as JSON, keyed by product id; a message without value deletes. */
  PRODUCTS("products", Keep.FOR_EVER),
  /** Behaviour events as JSON, with raw user ids: kept for days only. */
  BEHAVIOUR("behaviour", Keep.DAYS),
  /** What was shown to whom, written by the front door. */
  IMPRESSIONS("impressions", Keep.QUARTER),
  /** Product records that were refused, keyed by where they stood, so that a replay replaces. */
  PRODUCTS_REJECTED("products-rejected", Keep.NEWEST),
  /** Behaviour events that were refused, keyed by where they stood. */
  BEHAVIOUR_REJECTED("behaviour-rejected", Keep.DAYS),
  /** Interest vectors, keyed by pseudonym. */
  INTEREST("interest", Keep.NEWEST),
  /** Shoppers to forget, by pseudonym; the time of the message is that of the wish. */
  ERASURES("erasures", Keep.QUARTER),
  /** Numbers of products that behaviour changes, keyed by product id. */
  PRODUCT_STATS("product-stats", Keep.NEWEST),
  /** Labelled groups of shown products, for training. */
  TRAINING_GROUPS("training-groups", Keep.QUARTER);

  /** How long messages stay. */
  private enum Keep {
    FOR_EVER,
    QUARTER,
    DAYS,
    /** The newest of each key. */
    NEWEST
  }

  private final String standardName;
  private final Keep keep;

  Topic(String standardName, Keep keep) {
    this.standardName = standardName;
    this.keep = keep;
  }

  /** The name that it has unless a configuration says otherwise. */
  public String standardName() {
    return standardName;
  }

  /** Whether only the newest message of a key has to stay. */
  boolean compacted() {
    return keep == Keep.NEWEST;
  }

  /** How long messages stay; empty for always. */
  Optional<Duration> retention() {
    return switch (keep) {
      case FOR_EVER, NEWEST -> Optional.empty();
      case QUARTER -> Optional.of(Duration.ofDays(90));
      case DAYS -> Optional.of(Duration.ofDays(7));
    };
  }
}
