package io.xunbao.queryapi.interest;

import io.xunbao.queryapi.feed.FeedUnavailableException;
import io.xunbao.ranker.interest.ProfileSource;
import java.io.Closeable;
import java.util.Objects;

/**
 * What the streams say of shoppers at this moment, asked by their ids and not by pseudonyms. Safe
 * for use by several threads.
 */
public interface ShopperMemory extends ProfileSource, Closeable {
  /**
   * Has a shopper forgotten: in the streams, which acknowledge it, and at once in answers.
   *
   * @return whether anything was known of them here
   * @throws FeedUnavailableException when the streams do not acknowledge it; nothing has changed
   *     then
   */
  boolean erase(String user) throws FeedUnavailableException;

  /** How far it is, for health reports. */
  Report report();

  /**
   * The state at a moment.
   *
   * @param state of {@link FollowerState}, or {@code off}
   * @param known shoppers and groups that something is known of
   * @param behind messages that were not read yet; -1 while that is not known
   * @param unreadable messages that could not be read
   */
  record Report(String state, int known, long behind, long unreadable) {
    public Report {
      Objects.requireNonNull(state, "state");
    }
  }

  /** Knows nobody, and says how to get one that does. */
  static ShopperMemory off() {
    return new LateShopperMemory(
        "off", "this server follows no shoppers: name kafka and pseudonymKey in serve --config");
  }
}
