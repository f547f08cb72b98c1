package io.xunbao.queryapi.interest;

import io.xunbao.ranker.interest.LiveInterests;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/**
 * Interests by owner, outside the heap: a hash table with linear probing whose slots point at
 * records, so that a million shoppers cost the collector nothing. Beyond its bound the store
 * forgets the one of a few neighbours who was away longest. Many threads may read while others
 * write.
 */
public final class InterestStore implements AutoCloseable {
  private static final int SLOT = 24;
  private static final int HASH = 0;
  private static final int ADDRESS = 8;
  private static final int LENGTH = 16;
  private static final int SMALLEST = 1 << 10;
  private static final int NEIGHBOURS = 16;

  private final Arena arena = Arena.ofShared();
  private final Slabs slabs = new Slabs(arena);
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final int most;
  private Arena tableArena = Arena.ofShared();
  private MemorySegment table = tableArena.allocate((long) SMALLEST * SLOT);
  private int slots = SMALLEST;
  private int size;

  /**
   * @param most owners kept at once
   */
  public InterestStore(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be >= 1, got " + most);
    }
    this.most = most;
  }

  public Optional<LiveInterests> get(String owner) {
    lock.readLock().lock();
    try {
      int slot = find(owner, hash(owner));
      return isEmpty(slot) ? Optional.empty() : Optional.of(InterestRecord.decode(record(slot)));
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Stores interests in place of those before; where they are empty the owner is forgotten. */
  public void put(String owner, LiveInterests interests) {
    if (interests.isEmpty()) {
      remove(owner);
    } else {
      put(owner, InterestRecord.encode(owner, interests));
    }
  }

  void put(String owner, byte[] encoded) {
    lock.writeLock().lock();
    try {
      long hash = hash(owner);
      int slot = find(owner, hash);
      if (isEmpty(slot)) {
        makeRoom(slot);
        slot = find(owner, hash);
        size++;
      } else {
        slabs.release(address(slot), length(slot));
      }
      set(slot, hash, slabs.put(encoded), encoded.length);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Forgets an owner; returns whether anything was known. */
  public boolean remove(String owner) {
    lock.writeLock().lock();
    try {
      int slot = find(owner, hash(owner));
      if (isEmpty(slot)) {
        return false;
      }
      removeAt(slot);
      return true;
    } finally {
      lock.writeLock().unlock();
    }
  }

  public int size() {
    lock.readLock().lock();
    try {
      return size;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Bytes outside the heap. */
  public long bytes() {
    lock.readLock().lock();
    try {
      return slabs.bytes() + table.byteSize();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Hands each record over, while writers wait. */
  void forEach(Consumer<ByteBuffer> action) {
    lock.readLock().lock();
    try {
      for (int slot = 0; slot < slots; slot++) {
        if (!isEmpty(slot)) {
          action.accept(record(slot));
        }
      }
    } finally {
      lock.readLock().unlock();
    }
  }

  private void makeRoom(int wanted) {
    if (size >= most) {
      removeAt(longestAway(wanted));
    } else if (size + 1 > slots / 4 * 3) {
      grow();
    }
  }

  private int longestAway(int from) {
    int oldest = -1;
    long since = Long.MAX_VALUE;
    int seen = 0;
    for (int i = 0; i < slots && seen < NEIGHBOURS; i++) {
      int slot = (from + i) & (slots - 1);
      if (!isEmpty(slot)) {
        seen++;
        long at = InterestRecord.at(record(slot));
        oldest = at < since ? slot : oldest;
        since = Math.min(at, since);
      }
    }
    return oldest;
  }

  @SuppressWarnings("MustBeClosedChecker") // close() closes the arena that the field holds
  private void grow() {
    MemorySegment before = table;
    Arena arenaBefore = tableArena;
    int slotsBefore = slots;
    tableArena = Arena.ofShared();
    slots = 2 * slotsBefore;
    table = tableArena.allocate((long) slots * SLOT);
    for (int i = 0; i < slotsBefore; i++) {
      MemorySegment slot = before.asSlice((long) i * SLOT, SLOT);
      if (slot.get(ValueLayout.JAVA_INT, LENGTH) != 0) {
        long hash = slot.get(ValueLayout.JAVA_LONG, HASH);
        int target = home(hash);
        while (!isEmpty(target)) {
          target = (target + 1) & (slots - 1);
        }
        table.asSlice((long) target * SLOT, SLOT).copyFrom(slot);
      }
    }
    arenaBefore.close();
  }

  /** Frees a slot and moves those behind it that would no longer be found (Knuth 6.4, R). */
  private void removeAt(int slot) {
    slabs.release(address(slot), length(slot));
    size--;
    int hole = slot;
    for (int next = (hole + 1) & (slots - 1); !isEmpty(next); next = (next + 1) & (slots - 1)) {
      int home = home(table.get(ValueLayout.JAVA_LONG, (long) next * SLOT + HASH));
      boolean reachable = hole <= next ? hole < home && home <= next : hole < home || home <= next;
      if (!reachable) {
        MemorySegment.copy(table, (long) next * SLOT, table, (long) hole * SLOT, SLOT);
        hole = next;
      }
    }
    table.asSlice((long) hole * SLOT, SLOT).fill((byte) 0);
  }

  /** The slot of an owner, or the empty one where it would be. */
  private int find(String owner, long hash) {
    int slot = home(hash);
    while (!isEmpty(slot)) {
      boolean same = table.get(ValueLayout.JAVA_LONG, (long) slot * SLOT + HASH) == hash;
      if (same && InterestRecord.owner(record(slot)).equals(owner)) {
        return slot;
      }
      slot = (slot + 1) & (slots - 1);
    }
    return slot;
  }

  private int home(long hash) {
    return (int) (hash >>> 32) & (slots - 1);
  }

  /** 64 bits of FNV-1a with a final mix, so that the upper half is as good as the lower. */
  private static long hash(String owner) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < owner.length(); i++) {
      hash = (hash ^ owner.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    return hash ^ (hash >>> 29);
  }

  private boolean isEmpty(int slot) {
    return length(slot) == 0;
  }

  private int length(int slot) {
    return table.get(ValueLayout.JAVA_INT, (long) slot * SLOT + LENGTH);
  }

  private long address(int slot) {
    return table.get(ValueLayout.JAVA_LONG, (long) slot * SLOT + ADDRESS);
  }

  private ByteBuffer record(int slot) {
    return slabs.view(address(slot), length(slot));
  }

  private void set(int slot, long hash, long address, int length) {
    table.set(ValueLayout.JAVA_LONG, (long) slot * SLOT + HASH, hash);
    table.set(ValueLayout.JAVA_LONG, (long) slot * SLOT + ADDRESS, address);
    table.set(ValueLayout.JAVA_INT, (long) slot * SLOT + LENGTH, length);
  }

  /** Gives the memory back; nobody may use the store from then on. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      tableArena.close();
      arena.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
