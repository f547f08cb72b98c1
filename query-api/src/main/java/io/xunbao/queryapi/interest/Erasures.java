package io.xunbao.queryapi.interest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who asked to be forgotten since this process began, and when: a message that was on its way then
 * must not bring them back. Beyond its bound the oldest wish is let go, which by then the streams
 * have carried out. Safe for use by several threads.
 */
final class Erasures {
  private static final int MOST = 100_000;

  private final Map<String, Instant> wishes = new LinkedHashMap<>();

  synchronized void add(String user, Instant at) {
    wishes.remove(user);
    wishes.put(user, at);
    if (wishes.size() > MOST) {
      wishes.remove(wishes.keySet().iterator().next());
    }
  }

  /** A wish that another server took, at a time that is not known: all messages are newer. */
  synchronized void heard(String user) {
    if (!wishes.containsKey(user)) {
      add(user, Instant.MIN);
    }
  }

  synchronized boolean erased(String user) {
    return wishes.containsKey(user);
  }

  /**
   * Whether interests may be stored.
   *
   * @param newest time of the newest event in them
   */
  synchronized boolean admits(String user, Instant newest) {
    @Nullable Instant at = wishes.get(user);
    return at == null || newest.isAfter(at);
  }
}
