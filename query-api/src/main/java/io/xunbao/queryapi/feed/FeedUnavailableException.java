package io.xunbao.queryapi.feed;

import org.jspecify.annotations.Nullable;

/** The streams do not take records at the moment; the message says what to do. */
public class FeedUnavailableException extends Exception {
  private static final long serialVersionUID = 1;

  public FeedUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
