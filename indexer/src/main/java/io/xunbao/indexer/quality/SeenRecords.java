package io.xunbao.indexer.quality;

import java.util.Arrays;

/**
 * Recognises a record that says exactly what an earlier one said, by 64 bits of hash. Holds up to a
 * limit; records beyond it are not recognised, and count as late or replacing versions instead.
 */
final class SeenRecords {
  private static final double LOAD = 0.6;

  private final int limit;
  private long[] table = new long[1 << 12];
  private int size;

  SeenRecords(int limit) {
    this.limit = limit;
  }

  /** Whether the record was there before; remembers it. */
  boolean isRepeat(long hash) {
    long key = hash == 0 ? 1 : hash;
    int slot = slot(key);
    if (table[slot] == key) {
      return true;
    }
    if (size < limit) {
      table[slot] = key;
      size++;
      if (size > LOAD * table.length) {
        grow();
      }
    }
    return false;
  }

  private int slot(long key) {
    int mask = table.length - 1;
    int slot = (int) Hash.mix(key) & mask;
    while (table[slot] != 0 && table[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] before = table;
    table = new long[2 * before.length];
    Arrays.stream(before).filter(key -> key != 0).forEach(key -> table[slot(key)] = key);
  }
}
