package io.xunbao.indexer.quality;

import java.io.IOException;
import java.util.List;

/** Where refused records are kept, in the order in which they were refused. */
public interface Quarantine extends AutoCloseable {
  /** Keeps a record; it is safe once {@link #flush} has returned. */
  void add(QuarantineRecord record) throws IOException;

  /** Makes everything that was added durable and visible to readers. */
  void flush() throws IOException;

  /** Everything that is kept, added by this object or before it. */
  List<QuarantineRecord> records() throws IOException;

  @Override
  void close() throws IOException;
}
