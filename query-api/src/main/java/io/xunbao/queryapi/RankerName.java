package io.xunbao.queryapi;

import java.util.Locale;

/** Which ranking a request asks for; on the wire in lower case. */
public enum RankerName {
  /** {@link #FEEDBACK}: a model that few judgements taught ranked worse on held-out queries. */
  DEFAULT,
  /** Words alone. */
  BM25,
  /** Words, and the words that the best hits share. */
  FEEDBACK,
  /** Words and embeddings. */
  HYBRID,
  /** Words, embeddings, and a learned model over the first candidates. */
  LTR;

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
