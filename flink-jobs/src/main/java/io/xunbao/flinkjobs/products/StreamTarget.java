package io.xunbao.flinkjobs.products;

import io.xunbao.indexer.snapshot.IndexDirectory;
import java.util.Objects;

/**
 * Which index a stream writes to, and how it may be begun.
 *
 * @param shards of a generation that the stream begins; one that is there keeps its own
 * @param start what to do without state
 */
public record StreamTarget(IndexDirectory index, int shards, StartRule start) {
  public StreamTarget {
    Objects.requireNonNull(index, "index");
    Objects.requireNonNull(start, "start");
    if (shards < 1 || shards > 1024) {
      throw new IllegalArgumentException("shards must be in 1..1024, got " + shards);
    }
  }
}
