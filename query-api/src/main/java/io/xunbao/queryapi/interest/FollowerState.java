package io.xunbao.queryapi.interest;

import java.util.Locale;

/** How far a follower of a log is. */
public enum FollowerState {
  /** The log cannot be reached yet. */
  STARTING,
  /** Older messages are being read. */
  CATCHING_UP,
  /** Everything was read, and what comes is read as it comes. */
  FOLLOWING,
  /** The log cannot be reached any more; answers go by what is known. */
  AWAY,
  /** It gave up; the log of the server says why. */
  FAILED;

  /** The name in health reports. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
