package io.xunbao.queryapi.http;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

/**
 * How much of the bodies that feed records may be in memory at once: {@value #BODIES} of the
 * longest. A slow broker holds bodies up, and without a bound they would fill the heap of the
 * searches. Safe for use by several threads.
 */
final class FeedBudget {
  static final int BODIES = 4;

  private static final int KILOBYTE = 1024;

  private final long longest;
  private final Semaphore kilobytes;

  /**
   * @param longest bytes of the longest body that is taken
   */
  FeedBudget(long longest) {
    this.longest = longest;
    this.kilobytes = new Semaphore(BODIES * kilobytes(longest));
  }

  /**
   * Room for a body, before it is read.
   *
   * @param length what the request says of it; without that it counts as the longest
   * @return empty where there is none now
   */
  Optional<Room> tryTake(OptionalLong length) {
    int wanted = kilobytes(Math.clamp(length.orElse(longest), 1, longest));
    return kilobytes.tryAcquire(wanted) ? Optional.of(new Room(wanted)) : Optional.empty();
  }

  private static int kilobytes(long bytes) {
    return Math.toIntExact((bytes + KILOBYTE - 1) / KILOBYTE);
  }

  /** Room that is given back when the request is answered. */
  final class Room implements AutoCloseable {
    private final int taken;

    private Room(int taken) {
      this.taken = taken;
    }

    @Override
    public void close() {
      kilobytes.release(taken);
    }
  }
}
