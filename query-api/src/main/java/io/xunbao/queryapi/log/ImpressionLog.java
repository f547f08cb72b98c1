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
}
