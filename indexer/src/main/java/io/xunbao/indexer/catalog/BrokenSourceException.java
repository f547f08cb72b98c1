package io.xunbao.indexer.catalog;

import java.io.IOException;

/**
 * A source that cannot be read to its end, such as a gzip file that was cut off. Everything before
 * the break has been handed out.
 */
public final class BrokenSourceException extends IOException {
  private static final long serialVersionUID = 1;

  private final long recordsRead;

  BrokenSourceException(String message, long recordsRead, IOException cause) {
    super(message, cause);
    this.recordsRead = recordsRead;
  }

  /** How many records were handed out before the break. */
  public long recordsRead() {
    return recordsRead;
  }
}
