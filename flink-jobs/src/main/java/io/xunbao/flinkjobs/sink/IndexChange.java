package io.xunbao.flinkjobs.sink;

import io.xunbao.indexer.catalog.Product;
import io.xunbao.indexer.write.Shards;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a source record does to the index: exactly one of {@code product} and {@code refused} is
 * there.
 *
 * @param source name of the source that the record's position counts in
 * @param record ordinal of the record in the source, from 0 without gaps
 * @param order the record's place among all records, see {@code Version}
 * @param sourceBytes how much of the source had been read, for the progress
 * @param product the version to write
 * @param refused the quarantine record as a line of JSON
 */
public record IndexChange(
    String source,
    long record,
    long order,
    long sourceBytes,
    @Nullable Product product,
    @Nullable String refused) {

  public IndexChange {
    Objects.requireNonNull(source, "source");
    if ((product == null) == (refused == null)) {
      throw new IllegalArgumentException(
          "exactly one of product and refused must be there, got " + product + ", " + refused);
    }
  }

  /** The shard that the change goes to; refused records share the first one's quarantine file. */
  int shard(int shards) {
    return product == null ? 0 : Shards.of(product.id(), shards);
  }
}
