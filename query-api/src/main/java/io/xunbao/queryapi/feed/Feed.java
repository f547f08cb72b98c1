package io.xunbao.queryapi.feed;

import java.io.Closeable;
import java.util.List;

/**
 * Takes records into the streams. What it has taken is not lost when this process ends. Safe for
 * use by several threads.
 */
public interface Feed extends Closeable {
  /**
   * Hands records over and waits until all of them are acknowledged. Where it fails some of them
   * may have been taken: sending all of them again does no harm, since versions and event ids tell
   * repetitions.
   *
   * @throws FeedUnavailableException when they are not acknowledged in time
   */
  void send(FeedStream stream, List<FeedRecord> records) throws FeedUnavailableException;

  /**
   * Its state in a word, for health reports: {@code up}, {@code starting}, {@code full}, {@code
   * off}.
   */
  String state();

  /** There is none, and the message of its refusal says how to get one. */
  static Feed off() {
    return new LateFeed("off", "this server has no stream: name a Kafka broker in serve --config");
  }
}
