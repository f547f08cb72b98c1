package io.xunbao.indexer.write;

import io.xunbao.indexer.catalog.Product;
import java.util.Comparator;
import java.util.Locale;

/**
 * Which of two records of one product is the newer: by {@code updatedAt}, and by the order of the
 * sources where that is equal, so that the outcome does not depend on the order of arrival.
 *
 * @param updatedAt in milliseconds since 1970-01-01T00:00Z
 * @param order place of the record among all records, as {@link #inFile} or {@link #inStream} count
 */
public record Version(long updatedAt, long order) implements Comparable<Version> {
  private static final Comparator<Version> ORDER =
      Comparator.comparingLong(Version::updatedAt).thenComparingLong(Version::order);

  private static final int RECORD_BITS = 40;
  private static final long STREAM = 1L << 62;

  /** The version of a product at a place. */
  public static Version of(Product product, long order) {
    return new Version(product.updatedAt().toEpochMilli(), order);
  }

  /**
   * The place of a record in a list of files: later files win.
   *
   * @param file index of the file in the list
   * @param record ordinal of the record in the file, from 0
   */
  public static long inFile(int file, long record) {
    if (file < 0 || file >= 1 << 20 || record < 0 || record >= 1L << RECORD_BITS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "at most 2^20 files of 2^40 records, got record %d of file %d",
              record,
              file));
    }
    return (long) file << RECORD_BITS | record;
  }

  /** The place of a record in a topic's partition: after all files. */
  public static long inStream(long offset) {
    return STREAM | offset;
  }

  /** Whether the record came through a stream, and not from a file. */
  public boolean streamed() {
    return (order & STREAM) != 0;
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }
}
