package io.xunbao.queryapi.explain;

import java.util.Locale;

/** Whom an explanation is for; on the wire in lower case. */
public enum Audience {
  /** Wants to know why it is shown: the strongest reasons, no numbers. */
  SHOPPER,
  /** Wants to move it: what lifts it and what holds it back. */
  MERCHANDISER,
  /** Wants to check it: the sum, with the names of the parts. */
  ENGINEER;

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
