package io.xunbao.flinkjobs.products;

import io.xunbao.indexer.snapshot.IndexDirectory;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which index a stream writes to, and how it may be begun.
 *
 * @param shards of a generation that the stream begins; one that is there keeps its own
 * @param start what to do without state
 * @param share folder of the shared store that every published snapshot is sent to, and that an
 *     index which is not here is fetched from; null for none
 */
public record StreamTarget(
    IndexDirectory index, int shards, StartRule start, @Nullable Path share) {
  /** An index that is not shared. */
  public StreamTarget(IndexDirectory index, int shards, StartRule start) {
    this(index, shards, start, null);
  }

  public StreamTarget {
    Objects.requireNonNull(index, "index");
    Objects.requireNonNull(start, "start");
    if (shards < 1 || shards > 1024) {
      throw new IllegalArgumentException("shards must be in 1..1024, got " + shards);
    }
  }
}
