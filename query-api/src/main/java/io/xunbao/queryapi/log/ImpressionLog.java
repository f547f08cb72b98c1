package io.xunbao.queryapi.log;

import io.xunbao.ranker.feedback.Impression;

/**
 * Where impressions go. Searching does not wait for it: a log takes an impression at once, or drops
 * and counts it.
 */
@FunctionalInterface
public interface ImpressionLog {
  /** Takes an impression; never blocks and never throws. */
  void write(Impression impression);

  /** Impressions that were dropped, or that could not be written where they last. */
  default long lost() {
    return 0;
  }

  /** Where impressions are not logged. */
  ImpressionLog OFF = impression -> {};
}
