package io.xunbao.indexer.catalog;

import java.util.Objects;

/**
 * Where a record was found.
 *
 * @param source file name or topic-partition
 * @param record ordinal of the record in the source: line number from 1 in files (the first line of
 *     a record that spans several), offset in a topic
 */
public record SourcePosition(String source, long record) {
  public SourcePosition {
    Objects.requireNonNull(source, "source");
    if (record < 0) {
      throw new IllegalArgumentException("record must be >= 0, got " + record);
    }
  }

  @Override
  public String toString() {
    return source + ":" + record;
  }
}
