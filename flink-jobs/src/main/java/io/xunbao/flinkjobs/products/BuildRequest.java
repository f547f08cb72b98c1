package io.xunbao.flinkjobs.products;

import io.xunbao.flinkjobs.io.ProductFile;
import io.xunbao.indexer.snapshot.IndexDirectory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What to build.
 *
 * @param files read in this order: of two equal versions the later one wins; none only for a
 *     reindex, which then reads what the served generation holds
 * @param shards Lucene indexes, each with its own writer
 * @param restart whether a half-built generation of other inputs is thrown away
 * @param checkpointInterval how much work a crash may cost
 * @param webUi whether Flink's web page runs meanwhile
 * @param keep generations that stay beside the new one, for a rollback
 */
public record BuildRequest(
    IndexDirectory index,
    List<ProductFile> files,
    int shards,
    boolean restart,
    Duration checkpointInterval,
    boolean webUi,
    int keep) {
  public static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(3);

  public BuildRequest {
    Objects.requireNonNull(index, "index");
    Objects.requireNonNull(checkpointInterval, "checkpointInterval");
    files = List.copyOf(files);
    if (shards < 1 || shards > 1024) {
      throw new IllegalArgumentException("shards must be in 1..1024, got " + shards);
    }
    if (keep < 1) {
      throw new IllegalArgumentException("keep must be >= 1, got " + keep);
    }
  }
}
