package io.xunbao.indexer.search;

import java.util.Objects;

/**
 * An immutable part of a snapshot. What is computed for each of its products once stays right for
 * as long as a snapshot has the segment; a later snapshot shares most of them.
 *
 * @param key equal for the same segment in all snapshots; held, it keeps nothing of the index open
 * @param base number of its first document in the snapshot
 * @param size its documents, those that were deleted since among them
 */
public record Segment(Object key, int base, int size) {
  public Segment {
    Objects.requireNonNull(key, "key");
    if (base < 0 || size < 0) {
      throw new IllegalArgumentException(
          "base and size must be >= 0, got " + base + " and " + size);
    }
  }
}
