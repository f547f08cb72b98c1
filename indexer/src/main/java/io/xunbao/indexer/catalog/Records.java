package io.xunbao.indexer.catalog;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Groups the lines of a source into records of one format. */
interface Records {
  /** The next record, sound or defective, or null at the end. */
  @Nullable SourceRecord next() throws IOException;
}
