package io.xunbao.queryapi.interest;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Memory outside the heap for records of any length: handed out in multiples of a block from large
 * chunks, and taken back for records that need as many blocks. What was freed is overwritten with
 * zeros, so that a forgotten record cannot be found in memory. Not safe for use by several threads.
 */
final class Slabs {
  private static final int BLOCK = 256;
  private static final int CHUNK = 1 << 22;

  private final Arena arena;
  private final List<MemorySegment> chunks = new ArrayList<>();
  private final Map<Integer, Deque<Long>> free = new HashMap<>();
  private int used = CHUNK;

  Slabs(Arena arena) {
    this.arena = arena;
  }

  /**
   * Stores a record.
   *
   * @return its address, for {@link #view} and {@link #release}
   */
  long put(byte[] record) {
    int size = blocks(record.length) * BLOCK;
    if (size > CHUNK) {
      throw new IllegalArgumentException(
          "a record must have at most " + CHUNK + " bytes, got " + record.length);
    }
    Deque<Long> released = free.get(size);
    long address = released == null || released.isEmpty() ? fresh(size) : released.pop();
    segment(address, record.length).copyFrom(MemorySegment.ofArray(record));
    return address;
  }

  private long fresh(int size) {
    if (used + size > CHUNK) {
      chunks.add(arena.allocate(CHUNK));
      used = 0;
    }
    long address = (long) (chunks.size() - 1) * CHUNK + used;
    used += size;
    return address;
  }

  void release(long address, int length) {
    int size = blocks(length) * BLOCK;
    segment(address, size).fill((byte) 0);
    free.computeIfAbsent(size, none -> new ArrayDeque<>()).push(address);
  }

  /** A record as it lies there; valid until it is released. */
  ByteBuffer view(long address, int length) {
    return segment(address, length).asByteBuffer();
  }

  private MemorySegment segment(long address, int length) {
    return chunks.get((int) (address / CHUNK)).asSlice(address % CHUNK, length);
  }

  private static int blocks(int length) {
    return Math.max(1, (length + BLOCK - 1) / BLOCK);
  }

  /** Bytes taken from the system. */
  long bytes() {
    return (long) chunks.size() * CHUNK;
  }
}
