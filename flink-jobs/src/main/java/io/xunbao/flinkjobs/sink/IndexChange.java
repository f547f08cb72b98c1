package io.xunbao.flinkjobs.sink;

import io.xunbao.indexer.write.Shards;
import java.util.Objects;

/**
 * What a source record does to the index.
 *
 * @param source name of the source that the record's position counts in
 * @param record ordinal of the record in the source: without gaps from 0 in a file, the offset in a
 *     topic's partition
 * @param order the record's place among all records, see {@code Version}
 * @param sourceBytes how much of the source had been read, for the progress
 */
public record IndexChange(String source, long record, long order, long sourceBytes, Change change) {

  public IndexChange {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(change, "change");
  }

  /** The shard that the change goes to; refused records share the first one's quarantine file. */
  int shard(int shards) {
    return switch (change) {
      case Change.Upsert upsert -> Shards.of(upsert.product().id(), shards);
      case Change.Delete delete -> Shards.of(delete.id(), shards);
      case Change.Numbers numbers -> Shards.of(numbers.id(), shards);
      case Change.Refusal refusal -> 0;
    };
  }
}
