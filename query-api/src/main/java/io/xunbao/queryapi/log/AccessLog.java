package io.xunbao.queryapi.log;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line of JSON a request to the logger {@code io.xunbao.access}. Holds no query text, no
 * user and no address: the route's template, not the path that was asked for.
 */
public final class AccessLog {
  private static final double NANOS_PER_MILLI = 1e6;

  private final Logger log = LoggerFactory.getLogger("io.xunbao.access");

  /** Writes the entry where the logger is at level INFO or finer. */
  public void write(Entry entry) {
    if (log.isInfoEnabled()) {
      log.info(line(entry));
    }
  }

  static String line(Entry entry) {
    return String.format(
        Locale.ROOT,
        "{\"request\":\"%s\",\"method\":\"%s\",\"route\":\"%s\",\"status\":%d,\"ms\":%.3f,\"bytes\":%d}",
        entry.request(),
        entry.method().replaceAll("[^A-Za-z]", "?"),
        entry.route(),
        entry.status(),
        entry.tookNanos() / NANOS_PER_MILLI,
        entry.bytes());
  }

  /**
   * One request that was answered.
   *
   * @param request its id, also in the answer's header {@code X-Request-Id}
   * @param route template of the route, such as {@code /v1/products/{id}}
   * @param bytes of the body as sent
   */
  public record Entry(
      String request, String method, String route, int status, long tookNanos, int bytes) {}
}
