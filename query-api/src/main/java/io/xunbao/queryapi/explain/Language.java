package io.xunbao.queryapi.explain;

import java.util.Locale;

/** The language of an explanation; on the wire in lower case. */
public enum Language {
  ZH,
  EN;

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
