package io.xunbao.queryapi.http;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers requests: the start of the server and a count, both to the base 36. */
final class RequestIds {
  private static final int BASE = 36;

  private final String prefix = Long.toString(System.currentTimeMillis(), BASE) + "-";
  private final AtomicLong count = new AtomicLong();

  String next() {
    return prefix + Long.toString(count.incrementAndGet(), BASE);
  }
}
