package io.xunbao.ranker.embed;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Rows of float32 numbers, wherever they are kept. */
sealed interface VectorRows {
  ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  int dimensions();

  /** Copies row {@code row} to {@code out[at..at + dimensions)}. */
  void read(int row, float[] out, int at);

  /** Rows on the heap. */
  record Heap(float[] values, int dimensions) implements VectorRows {
    @Override
    public void read(int row, float[] out, int at) {
      System.arraycopy(values, row * dimensions, out, at, dimensions);
    }
  }

  /** Rows of a mapped file, as they stand. */
  record Mapped(MemorySegment rows, int dimensions) implements VectorRows {
    @Override
    public void read(int row, float[] out, int at) {
      MemorySegment.copy(rows, FLOAT, (long) row * dimensions * Float.BYTES, out, at, dimensions);
    }
  }

  /**
   * Rows of a mapped file in int8: a float32 scale, then a signed byte a dimension. A number is off
   * by at most half of its row's scale.
   */
  record MappedBytes(MemorySegment rows, int dimensions) implements VectorRows {
    @Override
    public void read(int row, float[] out, int at) {
      long start = (long) row * (dimensions + Float.BYTES);
      float scale = rows.get(FLOAT, start);
      for (int i = 0; i < dimensions; i++) {
        out[at + i] = scale * rows.get(ValueLayout.JAVA_BYTE, start + Float.BYTES + i);
      }
    }
  }
}
