package io.xunbao.queryapi.http;

import java.time.Duration;

/**
 * What one request and all of them together may cost.
 *
 * @param deadline how long a search may take before its answer is cut short and says so
 * @param minConcurrent searches at once that are always admitted
 * @param maxConcurrent searches at once that are admitted while they keep the deadline
 * @param uriBytes longest request line
 * @param headerBytes all request headers together
 * @param bodyBytes longest request body, but for those that feed records
 * @param feedBytes longest request body that feeds records
 * @param drain how long running requests may take to finish when the server closes
 */
public record Limits(
    Duration deadline,
    int minConcurrent,
    int maxConcurrent,
    int uriBytes,
    int headerBytes,
    long bodyBytes,
    long feedBytes,
    Duration drain) {
  private static final int SEARCHES_PER_CORE = 16;

  public Limits {
    requirePositive("deadline", deadline.toMillis());
    requirePositive("minConcurrent", minConcurrent);
    requirePositive("uriBytes", uriBytes);
    requirePositive("headerBytes", headerBytes);
    requirePositive("bodyBytes", bodyBytes);
    requirePositive("feedBytes", feedBytes);
    if (maxConcurrent < minConcurrent) {
      throw new IllegalArgumentException(
          "maxConcurrent must be >= minConcurrent, got " + maxConcurrent + " < " + minConcurrent);
    }
    if (drain.isNegative()) {
      throw new IllegalArgumentException("drain must be >= 0, got " + drain);
    }
  }

  /** The limits of a server that nobody configured. */
  public static Limits defaults() {
    int cores = Runtime.getRuntime().availableProcessors();
    return new Limits(
        Duration.ofMillis(500),
        cores,
        SEARCHES_PER_CORE * cores,
        16 * 1024,
        16 * 1024,
        64 * 1024L,
        16 * 1024 * 1024L,
        Duration.ofSeconds(5));
  }

  /** The same with another deadline. */
  public Limits withDeadline(Duration other) {
    return new Limits(
        other, minConcurrent, maxConcurrent, uriBytes, headerBytes, bodyBytes, feedBytes, drain);
  }

  /** The same with another bound on concurrency. */
  public Limits withConcurrency(int min, int max) {
    return new Limits(deadline, min, max, uriBytes, headerBytes, bodyBytes, feedBytes, drain);
  }

  private static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, got " + value);
    }
  }
}
