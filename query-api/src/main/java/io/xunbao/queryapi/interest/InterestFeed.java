package io.xunbao.queryapi.interest;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages of the interest job in the order of each partition. A message is the newest of its
 * owner; older ones may be missing. For one thread.
 */
public interface InterestFeed extends Closeable {
  /**
   * A message.
   *
   * @param owner pseudonym, or name of a group
   * @param value as {@code InterestMessage} writes it; null where the owner is to be forgotten
   */
  record Update(String owner, @Nullable String value) {}

  /**
   * Begins at positions, and at the first message of each partition that has none.
   *
   * @param next by partition the next position to read
   * @return false where the log cannot be reached yet, or is not there yet: try again
   */
  boolean start(Map<Integer, Long> next);

  /** The next messages, at once where there are any, or none after a wait. */
  List<Update> poll(Duration wait);

  /** Messages that were not returned yet, as of the last poll; -1 while that is not known. */
  long behind();

  /** Whether the log can be reached, as of the last poll. */
  boolean connected();

  /** By partition the position behind the last message that was returned. */
  Map<Integer, Long> positions();
}
