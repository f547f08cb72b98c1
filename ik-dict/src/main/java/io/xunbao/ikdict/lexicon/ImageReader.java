package io.xunbao.ikdict.lexicon;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads little-endian arrays through a small buffer, so that nothing but the arrays takes memory.
 */
final class ImageReader {
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final byte[] bytes = new byte[CHUNK];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
  private final ByteBuffer arrays = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

  ImageReader(InputStream in) {
    this.in = in;
  }

  int readInt() throws IOException {
    fill(Integer.BYTES);
    return buffer.getInt();
  }

  long readLong() throws IOException {
    fill(Long.BYTES);
    return buffer.getLong();
  }

  String readAscii(int length) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      fill(1);
      text.append((char) buffer.get());
    }
    return text.toString();
  }

  /** An array of longs behind its length. */
  long[] readLongs() throws IOException {
    long[] longs = new long[readInt()];
    for (int done = 0; done < longs.length; ) {
      int count = Math.min(CHUNK / Long.BYTES, longs.length - done);
      fill(count * Long.BYTES);
      arrays.asLongBuffer().get(longs, done, count);
      done += count;
    }
    return longs;
  }

  /** An array of UTF-16 units behind its length. */
  char[] readChars() throws IOException {
    char[] chars = new char[readInt()];
    for (int done = 0; done < chars.length; ) {
      int count = Math.min(CHUNK / Character.BYTES, chars.length - done);
      fill(count * Character.BYTES);
      arrays.asCharBuffer().get(chars, done, count);
      done += count;
    }
    return chars;
  }

  /** Pairs of texts behind their number. */
  Map<String, String> readPairs() throws IOException {
    Map<String, String> pairs = new TreeMap<>();
    for (int left = readInt(); left > 0; left--) {
      pairs.put(new String(readChars()), new String(readChars()));
    }
    return pairs;
  }

  private void fill(int count) throws IOException {
    if (in.readNBytes(bytes, 0, count) < count) {
      throw new EOFException("the lexicon ends early: is the jar complete?");
    }
    buffer.clear();
  }
}
