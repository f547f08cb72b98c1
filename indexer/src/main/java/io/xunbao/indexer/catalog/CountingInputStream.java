package io.xunbao.indexer.catalog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that were taken from a stream. */
final class CountingInputStream extends FilterInputStream {
  private volatile long count;

  CountingInputStream(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    add(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    add(Math.max(0, read));
    return read;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads the stream, others watch
  private void add(int read) {
    count += read;
  }
}
