package io.xunbao.indexer.quality;

import java.time.Instant;
import java.util.Arrays;

/**
 * The latest version of each product id, in a table of primitive arrays. An id is known by 128 bits
 * of hash, so that a million products take some 50 MB whatever their ids look like.
 *
 * <p>The order of versions: a newer time wins; at the same time the later arrival wins, unless it
 * says the same.
 */
final class VersionLedger {
  /** What a version is to those before it. */
  enum Standing {
    /** The first of its product. */
    NEW,
    /** Newer than the known one, which it replaces. */
    REPLACES,
    /** Equal to one that came before, the latest or another. */
    DUPLICATE,
    /** Older than the known one. */
    LATE
  }

  private static final double LOAD = 0.6;

  private static final int MAX_SEEN = 16_000_000;

  private final SeenRecords seen = new SeenRecords(MAX_SEEN);
  private int size;
  private int[] table = filled(1 << 10);
  private long[] high = new long[512];
  private long[] low = new long[512];
  private long[] seconds = new long[512];
  private int[] nanos = new int[512];
  private int index;

  /** How many products are known. */
  int size() {
    return size;
  }

  /** The number of the product that was offered last, from 0 in the order of first sight. */
  int index() {
    return index;
  }

  /**
   * Takes a version into account.
   *
   * @param content a hash of all that the version says
   */
  Standing offer(String id, Instant version, int content) {
    long a = Hash.of(id, 0x9E3779B97F4A7C15L);
    long b = Hash.of(id, 0xC2B2AE3D27D4EB4FL);
    int slot = find(a, b);
    boolean repeat = seen.isRepeat(a ^ Hash.mix(content + 31L * version.hashCode()));
    if (table[slot] < 0) {
      add(slot, a, b);
      set(version);
      return Standing.NEW;
    }
    index = table[slot];
    if (repeat) {
      return Standing.DUPLICATE;
    }
    if (compare(version) < 0) {
      return Standing.LATE;
    }
    set(version);
    return Standing.REPLACES;
  }

  private int compare(Instant version) {
    int bySeconds = Long.compare(version.getEpochSecond(), seconds[index]);
    return bySeconds != 0 ? bySeconds : Integer.compare(version.getNano(), nanos[index]);
  }

  private void set(Instant version) {
    seconds[index] = version.getEpochSecond();
    nanos[index] = version.getNano();
  }

  private int find(long a, long b) {
    int mask = table.length - 1;
    int slot = (int) a & mask;
    while (table[slot] >= 0 && (high[table[slot]] != a || low[table[slot]] != b)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void add(int slot, long a, long b) {
    if (size == high.length) {
      grow();
    }
    index = size++;
    table[slot] = index;
    high[index] = a;
    low[index] = b;
    if (size > LOAD * table.length) {
      rehash();
    }
  }

  private void grow() {
    int capacity = 2 * size;
    high = Arrays.copyOf(high, capacity);
    low = Arrays.copyOf(low, capacity);
    seconds = Arrays.copyOf(seconds, capacity);
    nanos = Arrays.copyOf(nanos, capacity);
  }

  private void rehash() {
    table = filled(2 * table.length);
    for (int i = 0; i < size; i++) {
      table[find(high[i], low[i])] = i;
    }
  }

  private static int[] filled(int length) {
    int[] empty = new int[length];
    Arrays.fill(empty, -1);
    return empty;
  }
}
