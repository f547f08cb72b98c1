package io.xunbao.indexer.snapshot;

import java.io.IOException;
import java.util.Locale;

/** A folder holds no published index. */
public final class NothingPublishedException extends IOException {
  private static final long serialVersionUID = 1;

  public NothingPublishedException(IndexDirectory index) {
    super(
        String.format(
            Locale.ROOT,
            "no published index in %s: build one with ./xunbao index --products FILE --index %s",
            index,
            index));
  }
}
