package io.xunbao.queryapi.feed;

/** Records are not taken because a disk has no room for what they become. */
public final class FeedFullException extends FeedUnavailableException {
  private static final long serialVersionUID = 1;

  FeedFullException(String message) {
    super(message, null);
  }
}
