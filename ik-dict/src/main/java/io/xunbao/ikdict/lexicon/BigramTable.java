package io.xunbao.ikdict.lexicon;

/**
 * Costs of word pairs: an open-addressing hash table whose entry is one {@code long}, 24 bits left
 * word, 24 bits right word, 16 bits cost, behind a bit set that turns away most pairs that were
 * never seen (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970, with one
 * hash).
 */
public final class BigramTable {
  /** The answer of {@link #cost} for a pair that was never seen. */
  public static final int UNSEEN = -1;

  private static final int FILTER_BITS = 22;

  private final long[] entries;
  private final long[] filter;
  private final int shift;

  private BigramTable(long[] entries, long[] filter) {
    this.entries = entries;
    this.filter = filter;
    shift = Long.numberOfLeadingZeros(entries.length - 1L);
  }

  /** The table of entries made by {@link #entry}. */
  static BigramTable of(long[] pairs) {
    int bits =
        Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros(pairs.length + pairs.length / 4));
    BigramTable table = new BigramTable(new long[1 << bits], new long[1 << (FILTER_BITS - 6)]);
    for (long pair : pairs) {
      table.add(pair);
    }
    return table;
  }

  /**
   * The table whose arrays {@link #entries} and {@link #filter} gave.
   *
   * @throws IllegalArgumentException if they have no length that a table can have
   */
  static BigramTable restored(long[] entries, long[] filter) {
    if (Integer.bitCount(entries.length) != 1 || filter.length != 1 << (FILTER_BITS - 6)) {
      throw new IllegalArgumentException(
          "a bigram table has a power of two of entries and a filter of one size, got "
              + entries.length
              + " and "
              + filter.length);
    }
    return new BigramTable(entries, filter);
  }

  long[] entries() {
    return entries;
  }

  long[] filter() {
    return filter;
  }

  /** The cost of {@code right} after {@code left}, or {@link #UNSEEN}. */
  public int cost(int left, int right) {
    long key = (long) left << 24 | right;
    long hash = key * 0x9e3779b97f4a7c15L;
    int bit = (int) (hash >>> (64 - FILTER_BITS));
    if ((filter[bit >>> 6] & 1L << bit) == 0) {
      return UNSEEN;
    }
    return probe(key, hash);
  }

  private int probe(long key, long hash) {
    for (int slot = (int) (hash >>> shift); ; slot = (slot + 1) & (entries.length - 1)) {
      long entry = entries[slot];
      if (entry >>> 16 == key) {
        return (int) entry & 0xffff;
      }
      if (entry == 0) {
        return UNSEEN;
      }
    }
  }

  private void add(long pair) {
    long hash = (pair >>> 16) * 0x9e3779b97f4a7c15L;
    int slot = (int) (hash >>> shift);
    while (entries[slot] != 0) {
      slot = (slot + 1) & (entries.length - 1);
    }
    entries[slot] = pair;
    int bit = (int) (hash >>> (64 - FILTER_BITS));
    filter[bit >>> 6] |= 1L << bit;
  }

  static long entry(int left, int right, int cost) {
    return (long) left << 40 | (long) right << 16 | cost;
  }
}
