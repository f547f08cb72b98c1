package io.xunbao.flinkjobs.products;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a build is.
 *
 * @param records records read so far
 * @param bytes bytes of the files read so far
 * @param totalBytes size of the files
 * @param elapsed since the build began or was resumed
 */
public record BuildProgress(long records, long bytes, long totalBytes, Duration elapsed) {
  /** Records a second. */
  public double rate() {
    return elapsed.isZero() ? 0 : records * 1e9 / elapsed.toNanos();
  }

  /** Share of the input that is read, 0 to 1. */
  public double fraction() {
    return totalBytes == 0 ? 1 : Math.min(1, (double) bytes / totalBytes);
  }

  /** Time left if it goes on as it did; empty before anything was read. */
  public Optional<Duration> timeLeft() {
    if (bytes == 0) {
      return Optional.empty();
    }
    double left = Math.max(0, totalBytes - bytes) / (double) bytes;
    return Optional.of(Duration.ofNanos((long) (elapsed.toNanos() * left)));
  }
}
